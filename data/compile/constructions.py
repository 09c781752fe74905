#!/usr/bin/env python3
"""Makes sentences with trees from the patterns of constructions.txt: what treebanks of the web lack and diplomatic prose is full of.

    constructions.py constructions.txt ../gazetteer ../given_names.txt NUMBER > constructions.conllu

A line `NAME[*WEIGHT]: ITEMS` is one way to write NAME; lines of one name stand for choices. Items: `form_XPOS[_UPOS][=relation]`, a
phrase `(relation ITEMS )`, or `$NAME[=relation]`. The head of a phrase is marked `*`; ITEMS without a head are spliced; a backslash stands before the
form of a bracket. Names of
people, states and cities are the gazetteer's, or invented. The same input gives the same sentences.
"""
import csv
import random
import re
import sys

UPOS = {"NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "JJ": "ADJ", "JJR": "ADJ", "IN": "ADP", "DT": "DET", "CC": "CCONJ",
        "TO": "PART", "PRP": "PRON", "PRP$": "PRON", "CD": "NUM", "RB": "ADV", "MD": "AUX", "POS": "PART", "WDT": "PRON", "WP": "PRON",
        "VB": "VERB", "VBD": "VERB", "VBZ": "VERB", "VBP": "VERB", "VBG": "VERB", "VBN": "VERB", ",": "PUNCT", ".": "PUNCT",
        ":": "PUNCT", "HYPH": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT"}
RELATION = {"DET": "det", "ADJ": "amod", "ADP": "case", "CCONJ": "cc", "PUNCT": "punct", "PART": "mark", "AUX": "aux", "NOUN": "compound",
            "PROPN": "compound", "ADV": "advmod", "NUM": "nummod", "SCONJ": "mark"}
SYLLABLES = "ba bo da de dor du el fa ga gor ha hin is ja ka kel ko la lem li lo ma mi mo na ne no o pa ra ri ro sa shi so ta te ti to u va ve yo za".split()
ENDS = "n r s v k t m th sky ov ez ski dze yan oglu man son berg wicz".split()


# In words: what is longer says the same again.
LONGEST = 50


class Maker:
    def __init__(self, patterns, gazetteer, given, seed):
        self.random = random.Random(seed)
        self.ways = {}
        for number, line in enumerate(open(patterns, encoding="utf-8"), 1):
            if line.strip() and not line.startswith("#"):
                name, items = line.split(":", 1)
                name, _, weight = name.strip().partition("*")
                parsed = self.parse(items.split(), number)
                self.ways.setdefault(name, []).extend([parsed] * int(weight or 1))
        rows = lambda name: csv.DictReader(line for line in open(f"{gazetteer}/{name}.csv", encoding="utf-8") if not line.startswith("#"))
        plain = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?").fullmatch
        self.states = [(row["label"], row["demonyms"].split("|")[0]) for row in rows("countries")
                       if row["class"] == "state" and plain(row["label"]) and plain(row["demonyms"].split("|")[0])]
        self.cities = [row["label"] for row in rows("cities") if plain(row["label"])]
        self.family = sorted({row["label"].split()[-1] for row in rows("leaders_recent") if plain(row["label"].split()[-1])})
        self.given = [line.strip() for line in open(given, encoding="utf-8") if not line.startswith("#")]

    @staticmethod
    def parse(items, number):
        stack, relations = [[]], []
        for item in items:
            if item.startswith("("):
                relations.append(item[1:])
                stack.append([])
            elif item == ")":
                done = stack.pop()
                stack[-1].append(("phrase", relations.pop(), done))
            else:
                head = item.startswith("*")
                item = item[head:]
                item, _, relation = item.removeprefix("\\").partition("=")
                kind = "name" if item.startswith("$") else "word"
                stack[-1].append((kind, relation, item.lstrip("$"), head))
        if len(stack) != 1:
            sys.exit(f"constructions.txt:{number}: unbalanced brackets")
        return stack[0]

    def invented(self):
        word = "".join(self.random.choice(SYLLABLES) for _ in range(self.random.choice((2, 2, 3)))) + self.random.choice(ENDS)
        return word.capitalize()

    def own(self, name):
        """Names from lists: words with the first as head, but of places the last."""
        flat = lambda words: [(word, "NNP", "PROPN", None if i == 0 else 0, "" if i == 0 else "flat") for i, word in enumerate(words)]
        last = lambda words: [(word, "NNP", "PROPN", None if i + 1 == len(words) else len(words) - 1, "compound") for i, word in enumerate(words)]
        adjective = lambda words: [(word, "NNP", "ADJ", None if i + 1 == len(words) else len(words) - 1, "amod") for i, word in enumerate(words)]
        if name == "GIVEN":
            return flat([self.random.choice(self.given)])
        if name == "FAMILY":
            return flat([self.invented() if self.random.random() < 0.6 else self.random.choice(self.family)])
        if name == "STATE":
            return last(self.random.choice(self.states)[0].split())
        if name == "NATIONAL":
            return adjective(self.random.choice(self.states)[1].split())
        if name == "CITY":
            return last([self.invented()] if self.random.random() < 0.3 else self.random.choice(self.cities).split())
        if name == "UNKNOWN":
            return flat([self.invented()])
        if name == "DAY":
            return last([str(self.random.randint(1, 31))])
        if name == "YEAR":
            return last([str(self.random.randint(1945, 2030))])
        return None

    def phrase(self, items):
        """Words as (form, xpos, upos, head, relation), the head as index or None for the phrase's own; loose children have -1."""
        words, heads = [], []
        for item in items:
            offset = len(words)
            if item[0] == "phrase":
                inner, head = self.phrase(item[2])
                if head is None:
                    sys.exit(f"a phrase without head: {item}")
                words += [self.moved(word, offset) for word in inner]
                words[offset + head] = words[offset + head][:3] + (-1, item[1])
                continue
            kind, relation, value, is_head = item
            if kind == "word":
                form, xpos, *upos = value.split("_")
                upos = upos[0] if upos else UPOS[xpos]
                words.append((form, xpos, upos, -1, relation or RELATION.get(upos, "")))
                if is_head:
                    heads.append(offset)
                continue
            inner = self.own(value)
            if inner:
                if value in ("DAY", "YEAR"):
                    inner = [(form, "CD", "NUM", head, rel) for form, _, _, head, rel in inner]
                head = next(i for i, word in enumerate(inner) if word[3] is None)
            else:
                inner, head = self.phrase(self.random.choice(self.ways[value]))
            words += [self.moved(word, offset) for word in inner]
            if head is not None:
                default = RELATION.get(inner[head][2], "")
                words[offset + head] = words[offset + head][:3] + (-1, relation or default)
                if is_head:
                    heads.append(offset + head)
        if len(heads) > 1:
            sys.exit(f"two heads in {items}")
        if not heads:
            return words, None
        head = heads[0]
        words = [word[:3] + (head if word[3] == -1 and i != head else word[3], word[4]) for i, word in enumerate(words)]
        words[head] = words[head][:3] + (None, words[head][4])
        return words, head

    @staticmethod
    def moved(word, offset):
        head = word[3]
        return word[:3] + (head + offset if head is not None and head >= 0 else head, word[4])

    def sentence(self):
        words, head = self.phrase(self.random.choice(self.ways["S"]))
        words[head] = words[head][:3] + (None, "root")
        first = words[0]
        words[0] = (first[0][:1].upper() + first[0][1:],) + first[1:]
        return words


def main():
    patterns, gazetteer, given, number = sys.argv[1:]
    maker, seen = Maker(patterns, gazetteer, given, 1), set()
    while len(seen) < int(number):
        words = maker.sentence()
        text = " ".join(word[0] for word in words)
        if text in seen or len(words) > LONGEST:
            continue
        seen.add(text)
        for i, (form, xpos, upos, head, relation) in enumerate(words, 1):
            if not relation:
                sys.exit(f"no relation for {form} in: {text}")
            print(i, form, "_", upos, xpos, "_", 0 if head is None else head + 1, relation, "_", "_", sep="\t")
        print()


if __name__ == "__main__":
    main()
