use diplograph::model::*;
use diplograph::pipeline::*;
use diplograph::read;
fn main() {
    let p = Pipeline::load(PipelineOptions::default()).unwrap();
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let mode = args.remove(0);
    if mode == "build" {
        let out = args.remove(0);
        for a in &args {
            let b = p.build(&[read::Source::File(a.into())], &());
            for e in b.skipped {
                eprintln!("{e}");
            }
            let stem = std::path::Path::new(a).file_stem().unwrap().to_string_lossy().to_string();
            diplograph::graph::json::save(
                &b.graph,
                &Default::default(),
                std::path::Path::new(&format!("{out}/{stem}.json")),
            )
            .unwrap();
        }
        return;
    }
    for a in &args {
        for d in read::load(&read::Source::File(a.into()), &Default::default()) {
            let d = d.unwrap();
            let ann = p.annotator().annotate(&d);
            if mode == "tree" {
                for s in &ann.sentences {
                    println!("# {}", ann.text(s.tokens.clone()));
                    for t in s.tokens.clone() {
                        let k = &ann.tokens[t];
                        println!(
                            "{}\t{}\t{}\t{}\t{}\t{}",
                            t - s.tokens.start + 1,
                            ann.form(t),
                            k.lemma,
                            k.upos,
                            k.head.map_or(0, |h| h as usize - s.tokens.start + 1),
                            k.deprel
                        );
                    }
                    println!();
                }
                continue;
            }
            let x = p.extract_annotated(&ann);
            let t = &d.text;
            println!("===== {a}");
            for (i, c) in x.chains.iter().enumerate() {
                let ms: Vec<_> = c
                    .mentions
                    .iter()
                    .map(|m| {
                        let m = &x.mentions[m.index()];
                        format!(
                            "{}{}",
                            m.span.of(t).replace('\n', " "),
                            if m.form == MentionForm::Pronoun { "(p)" } else { "" }
                        )
                    })
                    .collect();
                println!(
                    "{i} {} {}{:?} {:?} {:?}",
                    c.kind,
                    if c.anonymous { "ANON " } else { "" },
                    ms,
                    c.entry,
                    c.attributes
                );
            }
            for s in &x.statements {
                println!(
                    "STMT {:?} {} {} cue={:?} | {:?} about {:?}",
                    s.speakers.iter().map(|m| x.mentions[m.index()].span.of(t)).collect::<Vec<_>>(),
                    s.act,
                    s.form,
                    s.cue.map(|c| c.of(t)),
                    s.content.iter().map(|c| c.of(t)).collect::<Vec<_>>(),
                    s.about.iter().map(|m| x.mentions[m.index()].span.of(t)).collect::<Vec<_>>()
                );
            }
            for c in &x.claims {
                println!(
                    "CLAIM {} {:?} -> {:?} {} by {:?} when {:?} [{}] {}",
                    c.kind,
                    x.mentions[c.source.index()].span.of(t),
                    x.mentions[c.target.index()].span.of(t),
                    c.modality,
                    c.asserted_by.iter().map(|m| x.mentions[m.index()].span.of(t)).collect::<Vec<_>>(),
                    c.when.map(|w| w.to_string()),
                    c.trigger.of(t),
                    c.rule
                );
            }
        }
    }
}
