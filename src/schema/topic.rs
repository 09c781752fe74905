//! Issue areas in a hierarchy, after SKOS.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde::Deserialize;

use crate::error::Result;
use crate::resource::ResourceFile;

/// An issue area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// `drug-trafficking`.
    pub id: String,
    /// Its preferred name.
    pub label: String,
    /// The id of the area that it lies in; none for the roots.
    pub broader: Option<String>,
    /// The contexts of PLOVER.
    pub context: Vec<String>,
    /// Other names of the same issue.
    pub same: Vec<String>,
    /// Issues inside it that have no entry of their own.
    pub narrower: Vec<String>,
    /// Forms of its names that mean something else: *economies* are countries, *Securities* are no security.
    pub unlike: Vec<String>,
    /// Words that place a longer phrase under it: *border* in *border queue reduction*.
    pub hints: Vec<String>,
    /// Words that behind others are mostly a figure of speech: *a favourable **climate***.
    pub figurative: Vec<String>,
}

/// All issue areas.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Topics(BTreeMap<String, Topic>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicsFile {
    #[serde(default)]
    topic: Vec<TopicEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicEntry {
    id: String,
    /// Whether it adds to a topic that another file defines.
    #[serde(default)]
    extends: bool,
    label: Option<String>,
    broader: Option<String>,
    #[serde(default)]
    context: Vec<String>,
    #[serde(default)]
    same: Vec<String>,
    #[serde(default)]
    narrower: Vec<String>,
    #[serde(default)]
    unlike: Vec<String>,
    #[serde(default)]
    hints: Vec<String>,
    #[serde(default)]
    figurative: Vec<String>,
}

impl Topics {
    /// The topic of that id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Topic> {
        self.0.get(id)
    }

    /// All topics, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Topic> {
        self.0.values()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The broader topics of a topic, the nearest first.
    pub fn broader<'t>(&'t self, id: &str) -> impl Iterator<Item = &'t Topic> {
        let above = |topic: &Topic| topic.broader.as_deref().and_then(|id| self.get(id));
        std::iter::successors(self.get(id).and_then(above), move |topic| above(topic))
    }

    pub(super) fn load(files: &[ResourceFile]) -> Result<Self> {
        let mut topics = Self::default();
        let mut said_in: BTreeMap<String, (&ResourceFile, usize)> = BTreeMap::new();
        for file in files {
            for entry in file.toml::<TopicsFile>()?.topic {
                let line = file.line_of(&format!("id = \"{}\"", entry.id));
                said_in.entry(entry.id.clone()).or_insert((file, line));
                topics.add(entry).map_err(|message| file.error(line, &message))?;
            }
        }
        for topic in topics.iter() {
            if let Err(message) = topics.check_broader(topic) {
                let (file, line) = said_in[&topic.id];
                return Err(file.error(line, &message));
            }
        }
        Ok(topics)
    }

    fn add(&mut self, entry: TopicEntry) -> std::result::Result<(), String> {
        let TopicEntry { id, extends, label, broader, context, same, narrower, unlike, hints, figurative } =
            entry;
        if extends {
            let topic = self.0.get_mut(&id).ok_or(format!("there is no topic {id} to extend"))?;
            topic.label = label.unwrap_or_else(|| topic.label.clone());
            topic.broader = broader.or_else(|| topic.broader.clone());
            topic.context.extend(context);
            topic.same.extend(same);
            topic.narrower.extend(narrower);
            topic.unlike.extend(unlike);
            topic.hints.extend(hints);
            topic.figurative.extend(figurative);
            return Ok(());
        }
        if self.0.contains_key(&id) {
            return Err(format!("topic {id} is defined twice; to add to it write `extends = true`"));
        }
        let label = label.ok_or(format!("topic {id} has no label"))?;
        self.0.insert(
            id.clone(),
            Topic { id, label, broader, context, same, narrower, unlike, hints, figurative },
        );
        Ok(())
    }

    fn check_broader(&self, topic: &Topic) -> std::result::Result<(), String> {
        let mut seen = BTreeSet::from([topic.id.as_str()]);
        let mut at = topic;
        while let Some(id) = &at.broader {
            at = self.get(id).ok_or(format!("topic {}: there is no broader topic {id}", at.id))?;
            if !seen.insert(&at.id) {
                return Err(format!("topic {} is broader than itself", topic.id));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &'static str) -> std::result::Result<Topics, String> {
        let file = ResourceFile { name: "topics/a.toml".into(), stem: "a".into(), text: text.into() };
        Topics::load(&[file]).map_err(|error| error.to_string())
    }

    #[test]
    fn a_chain_of_broader_topics_is_walked_to_its_root() {
        let topics = load(
            "[[topic]]\nid = 'a'\nlabel = 'A'\n[[topic]]\nid = 'b'\nlabel = 'B'\nbroader = 'a'\n\
             [[topic]]\nid = 'c'\nlabel = 'C'\nbroader = 'b'\n",
        )
        .unwrap();
        assert_eq!(topics.broader("c").map(|topic| topic.id.as_str()).collect::<Vec<_>>(), ["b", "a"]);
    }

    #[test]
    fn a_circle_of_broader_topics_is_refused() {
        let error = load(
            "[[topic]]\nid = \"a\"\nlabel = 'A'\nbroader = 'b'\n[[topic]]\nid = \"b\"\nlabel = 'B'\nbroader = 'a'\n",
        )
        .unwrap_err();
        assert_eq!(error, "topics/a.toml:2: topic a is broader than itself");
    }

    #[test]
    fn a_topic_without_label_or_defined_twice_is_refused_with_its_line() {
        assert_eq!(load("\n[[topic]]\nid = \"a\"\n").unwrap_err(), "topics/a.toml:3: topic a has no label");
        let twice = "[[topic]]\nid = \"a\"\nlabel = 'A'\n[[topic]]\nid = \"a\"\nlabel = 'B'\n";
        assert!(load(twice).unwrap_err().contains("topic a is defined twice"));
    }

    #[test]
    fn a_topic_can_be_extended() {
        let topics = load(
            "[[topic]]\nid = 'a'\nlabel = 'A'\nsame = ['x']\n[[topic]]\nid = 'a'\nextends = true\nsame = ['y']\n",
        )
        .unwrap();
        assert_eq!(topics.get("a").unwrap().same, ["x", "y"]);
    }
}
