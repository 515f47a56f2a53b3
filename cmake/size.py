#!/usr/bin/env python3
"""Weighs what a first visit loads before a person can use the page, and the whole program: size.py build/web/version.json.

Sizes are brotli, as they travel. A file that no group names counts as page: forgetting one cannot hide it.
"""

import json
import re
import sys

KILO = 1000
TOTAL = 620
WHOLE = 1400  # all that one visit brings, but the rare characters of names, which come one cut at a time
CHANGED_PACK = 60
# Name, budget in KB, the files. What loads after the first picture has no budget.
FIRST = (
    ("wasm", 400, r"mingbai-page\.wasm"),
    ("its loader", 40, r"mingbai-page\.mjs"),
    ("first fonts", 110, r"first-.*\.otf"),
    ("policies", 57, r"policies\.json"),
    ("page", 20, r".*"),
)
LATER = re.compile(r"rare-.*|common-.*\.otf|mingbai-(rest|worker|batch)\..*|(worker|batch|files|glyphs|sealed|key|kiosk).*\.js|cases\.json|sw\.js|.*\.(png|svg|webmanifest)|robots\.txt")


def told(what, size, budget):
    past = size / KILO > budget
    print(f"{what:<36}{size / KILO:10.1f}{budget:>8}{'  OVER' if past else ''}")
    return past


def main(path):
    with open(path, encoding="utf-8") as file:
        files = {name: size["brotli"] for name, size in json.load(file)["files"].items()}
    groups = {name: {} for name, _, _ in FIRST}
    later = {}
    for name, size in files.items():
        if LATER.fullmatch(name):
            later[name] = size
            continue
        group = next(group for group, _, pattern in FIRST if re.fullmatch(pattern, name))
        groups[group][name] = size

    over = 0
    print("Until the first picture (KB, brotli)            budget")
    for group, budget, _ in FIRST:
        weight = sum(groups[group].values()) / KILO
        past = weight > budget
        over += past
        print(f"  {group:<34}{weight:10.1f}{budget:>8}{'  OVER' if past else ''}")
        if len(groups[group]) > 1:
            for name, size in sorted(groups[group].items(), key=lambda item: -item[1]):
                print(f"      {name:<30}{size / KILO:10.1f}")
    total = sum(sum(group.values()) for group in groups.values()) / KILO
    over += total > TOTAL
    print(f"  {'together':<34}{total:10.1f}{TOTAL:>8}{'  OVER' if total > TOTAL else ''}")
    print("Afterwards")
    for name, size in sorted(later.items(), key=lambda item: -item[1]):
        print(f"      {name:<30}{size / KILO:10.1f}")
    over += told("all but the rare characters", sum(size for name, size in files.items() if not name.startswith("rare-")), WHOLE)
    over += told("a changed policy", files["policies.json"] + files["sw.js"], CHANGED_PACK)
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main(sys.argv[1])
