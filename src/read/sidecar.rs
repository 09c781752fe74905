//! A table beside the texts that tells their dates, titles and sources.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::error::Error;
use crate::error::Result;
use crate::read::draft::Origin;

/// What a CSV table tells of each text: columns `path`, `date`, `title`, `source`, of which only the first must be there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sidecar {
    folder: PathBuf,
    by_path: BTreeMap<String, Origin>,
    /// Rows by the file's name alone; none for a name that several rows have.
    by_name: BTreeMap<String, Option<String>>,
}

#[derive(Deserialize)]
struct Row {
    path: String,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    language: Option<String>,
}

impl Sidecar {
    /// Reads the table.
    ///
    /// # Errors
    /// [`Error::Io`] where the file cannot be read, [`Error::Data`] with the line where it is no such table.
    pub fn load(file: &Path) -> Result<Self> {
        let io = |source| Error::Io { path: file.to_owned(), source };
        let error =
            |line: usize, message: String| Error::Data { file: file.display().to_string(), line, message };
        let text =
            crate::read::encoding::decode(fs::read(file).map_err(io)?).map_err(|reason| error(0, reason))?;
        let mut sidecar =
            Self { folder: file.parent().unwrap_or(Path::new("")).to_owned(), ..Self::default() };
        let mut reader =
            csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(text.as_bytes());
        for row in reader.deserialize::<Row>() {
            let row = row.map_err(|problem| {
                let line = problem.position().map_or(1, |place| place.line() as usize);
                error(line, format!("{problem}; the columns are path, date, title, source"))
            })?;
            let given = |text: Option<String>| text.filter(|text| !text.is_empty());
            let date = given(row.date);
            let parsed = date.as_deref().and_then(crate::read::publication_date);
            if let (Some(date), None) = (&date, parsed) {
                let message = format!("`{date}` of {} is no date: write YYYY-MM-DD", row.path);
                return Err(error(line_of(&text, &row.path), message));
            }
            let origin = Origin {
                title: given(row.title),
                source: given(row.source),
                date: parsed,
                language: given(row.language),
            };
            sidecar.insert(normal(&row.path), origin);
        }
        Ok(sidecar)
    }

    fn insert(&mut self, path: String, origin: Origin) {
        self.by_name
            .entry(name_of(&path).to_owned())
            .and_modify(|known| *known = None)
            .or_insert_with(|| Some(path.clone()));
        self.by_path.insert(path, origin);
    }

    /// What the table tells of a text: by its path as given, by its path from the table's folder, else by its name
    /// alone, where only one row has it.
    pub fn of(&self, path: &str) -> Option<&Origin> {
        let given = normal(path);
        let from_folder = || {
            let rest = Path::new(path).strip_prefix(&self.folder).ok()?;
            self.by_path.get(&normal(&rest.to_string_lossy()))
        };
        let beside = || {
            let path = fs::canonicalize(path).ok()?;
            let folder =
                if self.folder.as_os_str().is_empty() { Path::new(".") } else { self.folder.as_path() };
            let rest = path.strip_prefix(fs::canonicalize(folder).ok()?).ok()?;
            self.by_path.get(&normal(&rest.to_string_lossy()))
        };
        let by_name = || self.by_path.get(self.by_name.get(name_of(&given))?.as_ref()?);
        self.by_path.get(&given).or_else(from_folder).or_else(beside).or_else(by_name)
    }
}

fn normal(path: &str) -> String {
    path.trim_start_matches("./").replace('\\', "/")
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn line_of(text: &str, path: &str) -> usize {
    text.lines().position(|line| line.contains(path)).map_or(0, |line| line + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> (tempfile::TempDir, Result<Sidecar>) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("dates.csv");
        fs::write(&file, text).unwrap();
        let sidecar = Sidecar::load(&file);
        (folder, sidecar)
    }

    fn date(sidecar: &Sidecar, path: &str) -> Option<String> {
        Some(sidecar.of(path)?.date?.to_string())
    }

    #[test]
    fn rows_are_found_by_path_and_by_name() {
        let (folder, sidecar) = table(
            "path,date,title\nnews/a.txt,2021-10-08,\"Talks, at last\"\nb.txt,8 October 2021,\nx/c.txt,2020,\ny/c.txt,2021,\n",
        );
        let sidecar = sidecar.unwrap();
        assert_eq!(date(&sidecar, "news/a.txt").unwrap(), "2021-10-08");
        assert_eq!(date(&sidecar, "./news/a.txt").unwrap(), "2021-10-08");
        assert_eq!(
            date(&sidecar, &folder.path().join("news/a.txt").display().to_string()).unwrap(),
            "2021-10-08"
        );
        assert_eq!(date(&sidecar, "/elsewhere/b.txt").unwrap(), "2021-10-08");
        assert_eq!(date(&sidecar, "/elsewhere/c.txt"), None, "two rows have that name");
        assert_eq!(sidecar.of("news/a.txt").unwrap().title.as_deref(), Some("Talks, at last"));
        assert_eq!(sidecar.of("b.txt").unwrap().title, None);
        assert_eq!(sidecar.of("d.txt"), None);
    }

    #[test]
    fn errors_name_the_line() {
        let error = table("path,date\na.txt,2021-10-08\nb.txt,someday\n").1.unwrap_err().to_string();
        assert!(error.contains("dates.csv:3: `someday` of b.txt is no date"), "{error}");
        let error = table("file,date\na.txt,2021-10-08\n").1.unwrap_err().to_string();
        assert!(error.contains("the columns are path, date, title, source"), "{error}");
    }
}
