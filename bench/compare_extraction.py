#!/usr/bin/env python3
"""How much of a file's words izde reads, beside pdftotext and pandoc.

    compare_extraction.py IZDE CORPUS...

A row for each file: works, characters and seconds of `izde segment`, the share of the others' words that izde found
too, the share of its words that the others know, and the words that it misses most often. Words are compared as
multisets, in lower case, hyphens at line ends joined. The other reader is pdftotext for PDF and pandoc for what it
reads (DOCX, ODT, EPUB, RTF, HTML); other files have no comparison.
"""
import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import time

WORD = re.compile(r"\w+")
PANDOC = {".docx": "docx", ".odt": "odt", ".epub": "epub", ".rtf": "rtf", ".html": "html", ".htm": "html", ".md": "markdown"}


def words(text):
    text = re.sub("[-\u00ad]\n", "", text).replace("\u00ad", "")
    return collections.Counter(word.lower() for word in WORD.findall(text))


def output_of(*command):
    result = subprocess.run(command, capture_output=True, timeout=300, check=False)
    return result.stdout.decode("utf-8", "replace")


def others_text(path):
    extension = path.suffix.lower()
    if extension == ".pdf" and shutil.which("pdftotext"):
        return "pdftotext", output_of("pdftotext", str(path), "-")
    if extension in PANDOC and shutil.which("pandoc"):
        return "pandoc", output_of("pandoc", "-f", PANDOC[extension], "-t", "plain", "--wrap=none", str(path))
    return "-", ""


def compare(izde, path):
    begin = time.monotonic()
    works = [json.loads(line) for line in output_of(izde, "segment", "--json", str(path)).splitlines()]
    seconds = time.monotonic() - begin
    ours = words("\n".join(work["text"] for work in works))
    name, text = others_text(path)
    theirs = words(text)
    row = [path.name[:40], str(len(works)), str(sum(len(work["text"]) for work in works)), f"{seconds:.2f}", name]
    if theirs:
        both = sum((ours & theirs).values())
        missed = " ".join(f"{word}:{count}" for word, count in (theirs - ours).most_common(5))
        row += [f"{both / sum(theirs.values()):.3f}", f"{both / max(1, sum(ours.values())):.3f}", missed]
    print("\t".join(row), flush=True)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    print("file\tworks\tcharacters\tseconds\tother\tof theirs found\tof ours known\tmissed")
    for root in map(pathlib.Path, sys.argv[2:]):
        for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if path.is_file():
                compare(sys.argv[1], path)


main()
