#!/usr/bin/env python3
"""Makes en/common_words.txt: words that English writes in small letters, counted over a corpus.

    xz -dc pm-transcripts.tar.xz | tar -xO documents.jsonl | python3 data/compile/common_words.py > data/en/common_words.txt

A word counts where a small letter or a comma stands before it, so that its capital is not due to its place. Kept are words of at least
three letters that stand at least LEAST times in small letters and not more often than one time in SHARE with a capital.
"""

import collections
import json
import re
import sys

LEAST = 30
SHARE = 3

small, capital = collections.Counter(), collections.Counter()
for line in sys.stdin:
    text = json.loads(line)["text"]
    for word in re.findall(r"(?<=[a-z,] )([A-Za-z][a-z]{2,})(?![A-Za-z'’-])", text):
        (capital if word[0].isupper() else small)[word.lower()] += 1
print("# Words that are written in small letters. Made by compile/common_words.py from the transcripts of Australian prime ministers")
print("# (Department of the Prime Minister and Cabinet, CC BY 3.0 AU).")
for word in sorted(small):
    if small[word] >= LEAST and capital[word] * SHARE <= small[word]:
        print(word)
