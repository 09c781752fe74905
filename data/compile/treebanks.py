"""Treebanks in CoNLL-U, without the documents whose licences do not let weights be passed on."""
from pathlib import Path


def read_conllu(path, allowed=None):
    sentences, words, document = [], [], None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            document = line.split("=", 1)[1].strip()
        elif not line:
            if words and (allowed is None or document in allowed):
                sentences.append(words)
            words = []
        elif not line.startswith("#"):
            part = line.split("\t")
            if part[0].isdigit():
                words.append(part)
    if words and (allowed is None or document in allowed):
        sentences.append(words)
    return sentences


def treebank(path):
    path = Path(path)
    table = path.parent / "documents.tsv"
    allowed = None
    if table.exists() and "train" in path.name:
        rows = [line.rstrip("\n").split("\t") for line in open(table, encoding="utf-8")]
        name, flag = rows[0].index("document"), rows[0].index("train_shipped_weights")
        allowed = {row[name] for row in rows[1:] if row[flag] == "yes"}
    return read_conllu(path, allowed)
