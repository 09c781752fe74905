#!/usr/bin/env python3
"""Scores coreference on GUM: CoNLL F1 (mean of MUC, B3, CEAF-e), by the scorer `scorch` (pip install scorch).

    cargo run --release --example coreference -- en_gum-ud-dev.conllu news,interview,speech > found.json
    python3 examples/coreference.py en_gum-ud-dev.conllu found.json

Single mentions are left out on both sides. `scorch` by itself counts mentions that only the answer has as single ones of the key;
the last line of each figure is the mean without that, over all documents at once. Two figures: all mentions; and names with nominals, where every mention whose head is
a pronoun is taken out of both sides before single ones are.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

from scorch import scores


def documents(path):
    """Id and sentences (lists of columns) of each document."""
    found = []
    for block in pathlib.Path(path).read_text(encoding="utf-8").split("\n\n"):
        if match := re.search(r"# newdoc id = (\S+)", block):
            found.append((match[1], []))
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        if found and rows:
            found[-1][1].append([row for row in rows if row[0].isdigit()])
    return found


def gold(sentences):
    """Entity, first and last token, and whether the head is a pronoun, of each mention."""
    rows = [row for sentence in sentences for row in sentence]
    opened, found = [], []
    for place, row in enumerate(rows):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for piece in re.findall(r"\([^()]*\)?|[^()]+\)", match[1] if match else ""):
            parts = piece.strip("()").split("-")
            if piece.startswith("("):
                head = place + int(parts[5].split(",")[0]) - 1 if len(parts) > 5 else place
                mention = [parts[0], place, place, head]
                (found if piece.endswith(")") else opened).append(mention)
            else:
                for index in range(len(opened) - 1, -1, -1):
                    if opened[index][0] == parts[0]:
                        mention = opened.pop(index)
                        mention[2] = place
                        found.append(mention)
                        break
    return [(entity, first, last, rows[head][3] == "PRON") for entity, first, last, head in found]


def write(folder, name, clusters):
    kept = [cluster for cluster in clusters if len(cluster) > 1]
    mentions = {str(number): [f"{a},{b}" for a, b in sorted(cluster)] for number, cluster in enumerate(kept)}
    (folder / f"{name}.json").write_text(json.dumps({"type": "clusters", "clusters": mentions}))


def score(treebank, answer, pronouns):
    with tempfile.TemporaryDirectory() as root:
        sides = [pathlib.Path(root, side) for side in ("gold", "found")]
        for side in sides:
            side.mkdir()
        for name, sentences in treebank:
            if name not in answer:
                continue
            clusters = {}
            for entity, first, last, pronoun in gold(sentences):
                if pronouns or not pronoun:
                    clusters.setdefault(entity, set()).add((first, last))
            write(sides[0], name, clusters.values())
            kept = [{(a, b) for a, b, pronoun in group if pronouns or not pronoun} for group in answer[name]]
            write(sides[1], name, kept)
        printed = subprocess.run(["scorch", *map(str, sides)], capture_output=True, text=True, check=True).stdout
        return f"{printed}Without mentions added to the key: {strict(*sides):.4f}\n"


def strict(*sides):
    groups = [[], []]
    for side, found in zip(sides, groups):
        for file in side.glob("*.json"):
            clusters = json.loads(file.read_text())["clusters"].values()
            found.extend({f"{file.stem} {mention}" for mention in cluster} for cluster in clusters)
    return scores.conll2012(*groups)


def main():
    treebank, answer = documents(sys.argv[1]), json.loads(pathlib.Path(sys.argv[2]).read_text())
    for title, pronouns in (("all mentions", True), ("names and nominals", False)):
        print(f"== {title}\n{score(treebank, answer, pronouns)}")


if __name__ == "__main__":
    main()
