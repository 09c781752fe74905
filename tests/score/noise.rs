//! Graphs that are nearly right: gold graphs with faults thrown in.

use serde_json::{Value, json};

/// A fixed sequence of numbers that look random, so that each run makes the same faults.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % sides
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())]
    }
}

const KINDS: [&str; 9] =
    ["official", "person", "agency", "organization", "country", "place", "agreement", "event", "topic"];
const MODALITIES: [&str; 5] = ["actual", "planned", "possible", "negated", "denied"];
const RELATIONS: [&str; 5] = ["met-with", "supports", "represents", "addresses", "party-to"];
const ACTS: [&str; 4] = ["say", "deny", "warn", "announce"];

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(one) => vec![one.clone()],
        Value::Array(several) => several.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect(),
        _ => Vec::new(),
    }
}

/// What is made of a gold graph.
pub(super) struct Noisy<'g> {
    gold: &'g Value,
    dice: Dice,
    nodes: Vec<Value>,
    edges: Vec<Value>,
    ids: Vec<String>,
}

impl<'g> Noisy<'g> {
    pub(super) fn graph(gold: &'g Value, seed: u64) -> Value {
        let (dice, nodes, edges, ids) = (Dice::new(seed), Vec::new(), Vec::new(), Vec::new());
        let mut noisy = Noisy { gold, dice, nodes, edges, ids };
        noisy.things();
        noisy.relations();
        noisy.statements();
        json!({
            "format": "diplograph", "version": 1, "directed": true, "multigraph": true,
            "graph": {"generator": "noise", "documents": [], "redirects": {}},
            "nodes": noisy.nodes, "edges": noisy.edges,
        })
    }

    fn text(&self) -> String {
        self.gold["text"].as_str().unwrap().to_owned()
    }

    /// Drops words from the end, or puts one in the middle.
    fn reword(&mut self, text: &str) -> String {
        let mut words: Vec<&str> = text.split_whitespace().collect();
        match self.dice.roll(4) {
            0 => words.truncate(words.len() - self.dice.roll(words.len().min(6))),
            1 => words.insert(words.len() / 2, "moreover"),
            _ => {}
        }
        words.join(" ")
    }

    fn things(&mut self) {
        for node in self.gold["nodes"].as_array().unwrap() {
            if self.dice.one_in(7) {
                continue;
            }
            let id = format!("x.{}", node["id"].as_str().unwrap());
            let mut label = node["label"].as_str().unwrap().to_owned();
            let mut aliases = strings(&node["aliases"]);
            let mut kind = node["kind"].as_str().unwrap();
            if self.dice.one_in(6) {
                kind = self.dice.pick(&KINDS);
            }
            if self.dice.one_in(4) && !aliases.is_empty() {
                label = aliases.remove(self.dice.roll(aliases.len()));
            }
            if self.dice.one_in(5) {
                aliases.push(format!("the {label}'s \u{201c}own\u{201d} copy"));
            }
            if self.dice.one_in(5) {
                aliases.push("other parties".to_owned());
            }
            aliases.truncate(11);
            let inferred = kind == "topic" && self.dice.one_in(6);
            self.nodes.push(json!({
                "id": id, "kind": kind, "label": label, "aliases": aliases, "attributes": {}, "mentions": [],
                "first_seen": null, "last_seen": null, "inferred": inferred,
            }));
            self.ids.push(id);
        }
        let at = self.nodes.len() / 2;
        self.nodes[at..].reverse();
    }

    fn any_id(&mut self) -> String {
        self.ids[self.dice.roll(self.ids.len())].clone()
    }

    fn other(&mut self, id: &str) -> String {
        let id = format!("x.{id}");
        if self.dice.one_in(9) || !self.ids.contains(&id) {
            return self.any_id();
        }
        id
    }

    fn edge(&mut self, edge: Value) {
        let id = format!("e.{}", self.edges.len());
        let mut edge = edge;
        edge["id"] = json!(id);
        edge["key"] = json!(id);
        self.edges.push(edge);
    }

    fn relations(&mut self) {
        for edge in self.gold["edges"].as_array().unwrap() {
            if self.dice.one_in(5) {
                continue;
            }
            let (mut source, mut target) =
                (self.other(edge["source"].as_str().unwrap()), self.other(edge["target"].as_str().unwrap()));
            if self.dice.one_in(8) {
                std::mem::swap(&mut source, &mut target);
            }
            let kind =
                if self.dice.one_in(9) { self.dice.pick(&RELATIONS) } else { edge["kind"].as_str().unwrap() };
            for _ in 0..=self.dice.roll(2) {
                let modality = if self.dice.one_in(4) {
                    self.dice.pick(&MODALITIES)
                } else {
                    edge["modality"].as_str().unwrap()
                };
                let mut asserted_by = strings(&edge["asserted_by"]);
                if self.dice.one_in(6) {
                    asserted_by.push(self.any_id());
                }
                let asserted_by: Vec<String> = asserted_by.iter().map(|id| self.other(id)).collect();
                let mut when = edge["when"].as_str().map(str::to_owned);
                if self.dice.one_in(4) {
                    when = Some("2021-10".to_owned());
                }
                let words = edge["evidence"].as_str().unwrap().to_owned();
                let evidence: Vec<Value> = (0..self.dice.roll(3))
                    .map(|_| {
                        json!({"document": self.text(), "start": 0, "end": 1, "text": self.reword(&words),
                            "rule": "x/y", "confidence": 1.0, "statement": null})
                    })
                    .collect();
                self.edge(json!({
                    "source": source, "kind": kind, "target": target, "modality": modality,
                    "asserted_by": asserted_by, "when": when, "weight": 1.0, "confidence": 1.0,
                    "evidence": evidence,
                }));
            }
        }
    }

    fn statements(&mut self) {
        let gold = self.gold["statements"].as_array().unwrap();
        let mut at = 0;
        while at < gold.len() {
            let statement = &gold[at];
            at += 1;
            let mut content = statement["content"].as_str().unwrap().to_owned();
            match self.dice.roll(8) {
                0 => continue,
                1 if at < gold.len() && gold[at]["speaker"] == statement["speaker"] => {
                    content = format!("{content} {}", gold[at]["content"].as_str().unwrap());
                    at += 1;
                }
                2 => {
                    let words: Vec<&str> = content.split_whitespace().collect();
                    let (first, second) = words.split_at(words.len() / 2);
                    self.statement(statement, &first.join(" "));
                    content = second.join(" ");
                }
                3..=5 => content = self.reword(&content),
                _ => {}
            }
            self.statement(statement, &content);
        }
    }

    fn statement(&mut self, gold: &Value, content: &str) {
        let id = format!("statement.{}", self.nodes.len());
        let act = if self.dice.one_in(4) { self.dice.pick(&ACTS) } else { gold["act"].as_str().unwrap() };
        self.nodes.push(json!({
            "id": id, "kind": "statement", "label": content, "content": content, "form": "direct", "act": act,
            "document": self.text(), "start": 0, "end": 1, "content_spans": [{"start": 0, "end": 1}],
            "aliases": [], "attributes": {}, "mentions": [], "first_seen": null, "last_seen": null,
        }));
        let plain = |source: &str, kind: &str, target: &str| {
            json!({"source": source, "kind": kind, "target": target, "modality": "actual", "asserted_by": [],
                "when": null, "weight": 1.0, "confidence": 1.0, "evidence": []})
        };
        for speaker in strings(&gold["speaker"]) {
            if !self.dice.one_in(8) {
                let speaker = self.other(&speaker);
                self.edge(plain(&speaker, "said", &id));
            }
        }
        for about in [strings(&gold["topics"]), strings(&gold["about"])].concat() {
            if !self.dice.one_in(4) {
                let about = self.other(&about);
                self.edge(plain(&id, "about", &about));
            }
        }
    }
}
