"""Makes data/wordfreq-ar.bin from the Arabic list of the wordfreq package (3.1.1, large).

usage: compact.py large_ar.msgpack.gz data/wordfreq-ar.bin

The most frequent forms of 2 to 15 Arabic letters, in the order of their letters, in blocks of 16. A letter is a byte:
its code point less U+0620. A frequency is a byte f: the form is 10^-((4f + 2)/100) of all words.

  file    number of blocks, u32; for each block its offset behind this table, u32; the blocks
  block   length and letters of the first form, its f; of each further form one byte, how many letters it has in common with
          the one before (high 4 bits) and how many follow (low 4 bits), then these, then its f
"""

import gzip
import re
import struct
import sys

import msgpack

FORMS = 60_000
BLOCK = 16


def main(source, target):
    bins = msgpack.unpackb(gzip.open(source).read(), raw=False)
    forms = {}
    for centibels, words in enumerate(bins[1:]):
        for word in words:
            if len(forms) < FORMS and re.fullmatch("[\u0621-\u063a\u0641-\u064a]{2,15}", word):
                forms[word] = centibels // 4
    words = sorted(forms)
    blocks = []
    for at in range(0, len(words), BLOCK):
        block, before = bytearray(), ""
        for word in words[at : at + BLOCK]:
            letters = bytes(ord(c) - 0x620 for c in word)
            if not before:
                block += bytes([len(letters)]) + letters
            else:
                same = 0
                while same < min(len(before), len(word)) and before[same] == word[same]:
                    same += 1
                block += bytes([same << 4 | len(word) - same]) + letters[same:]
            block.append(forms[word])
            before = word
        blocks.append(bytes(block))
    offsets, at = [], 0
    for block in blocks:
        offsets.append(at)
        at += len(block)
    with open(target, "wb") as out:
        out.write(struct.pack(f"<{1 + len(blocks)}I", len(blocks), *offsets))
        out.write(b"".join(blocks))


main(*sys.argv[1:])
