#!/usr/bin/env python3
"""Writes docs/coverage.md: where each requirement lives. coverage.py ROOT [--check].

A requirement lives in the packs when a case names it; the elements that cite its very clause are listed beside: figures,
rules, papers asked for and never asked for, notes, decisions, and entries of catalogues, which cite their list's source
where they state none. What
no case can show has its place in docs/requirements-places.json: `here` (files of this repository, which must exist),
`elsewhere` (no matter of software, with the reason); what is still to come of it is said in `not_yet`. The exit code is 1
when a requirement of docs/requirements.md lives nowhere, a named file is missing, or with --check the page is old.
"""

import json
import os
import re
import sys
from collections import defaultdict

PAGE = "docs/coverage.md"
PLACES = "docs/requirements-places.json"
LIST = "docs/requirements.md"
NAMES = ("id", "code", "key", "step", "day", "institution")


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def requirements(root):
    """Number -> (document, clause), in order."""
    with open(f"{root}/{LIST}", encoding="utf-8") as file:
        rows = re.findall(r"^\| (R\d{3}) \| (.*?) \| ", file.read(), re.M)
    split = (number_and_place[1].partition(", ") for number_and_place in rows)
    return {number: (document, clause) for (number, _), (document, _, clause) in zip(rows, split)}


def pack_files(root):
    base = f"{root}/assets/policies"
    for folder, folders, names in sorted(os.walk(base)):
        folders.sort()
        for name in sorted(names):
            path = os.path.relpath(os.path.join(folder, name), base)
            if name.endswith(".json") and os.sep in path and not path.startswith("schema"):
                yield path.replace(os.sep, "/"), os.path.join(folder, name)


def cases(root):
    """Number -> the packs and commands whose cases name it."""
    out = defaultdict(lambda: defaultdict(set))
    for path, file in pack_files(root):
        if "/cases/" in path:
            case = load(file)
            for number in case["requirement"]:
                out[number][path.split("/")[0]].add(case["command"])
    return out


def citing(value, name, path, out):
    """(document, clause) -> the elements of the packs that cite it; an unnamed part counts as the element it is in."""
    if isinstance(value, list):
        for one in value:
            citing(one, name, path, out)
    if not isinstance(value, dict):
        return
    name = name or next((value[key] for key in NAMES if isinstance(value.get(key), str)), None)
    source = value.get("source")
    if isinstance(source, dict) and name:
        for clause in str(source.get("clause", "")).split("、"):
            out[source.get("document"), clause].add((path, name))
    for key, part in value.items():
        if key != "source":
            citing(part, name, path, out)


def elements(root):
    out = defaultdict(set)
    for path, file in pack_files(root):
        if "/cases/" not in path and not path.endswith(("documents.json", "pack.json")):
            content = load(file)
            lists = [content] if isinstance(content, list) else [part for part in content.values() if isinstance(part, list)]
            own = None if isinstance(content, list) else content.get("source")  # of entries that state none
            for one in (entry for part in lists for entry in part):
                citing({"source": own, **one} if own and isinstance(one, dict) else one, None, path, out)
    return out


def listed(found, most=4):
    """The elements by file; of many in one file the first few, for a page is no index."""
    files = defaultdict(list)
    for path, name in sorted(found):
        files[path].append(name)
    return "; ".join(f"`{path}` " + ", ".join(names[:most]) + (" …" if len(names) > most else "") for path, names in files.items())


def write(root):
    """The page, and what is wrong."""
    places, named, cited = load(f"{root}/{PLACES}"), cases(root), elements(root)
    here, elsewhere, not_yet = places["here"], places["elsewhere"], places["not_yet"]
    wanted = requirements(root)
    wrong = [f"{number} is in {PLACES} but not in {LIST}" for part in (here, elsewhere, not_yet) for number in part if number not in wanted]
    wrong += [f"a case names {number}, which is not in {LIST}" for number in named if number not in wanted]
    wrong += [f"{number}: no file {path}" for number, place in here.items() for path in place["files"] if not os.path.exists(f"{root}/{path}")]
    rows, outside, later = [], [], []
    for number, (document, clause) in wanted.items():
        lives = []
        if number in named:
            rules = cited.get((places["documents"].get(document), clause), ())
            if rules:
                lives.append(listed(rules))
            lives.append("cases of " + ", ".join(f"{pack} ({', '.join(sorted(commands))})" for pack, commands in sorted(named[number].items())))
        if number in here:
            lives.append(here[number]["what"] + ": " + ", ".join(f"`{path}`" for path in here[number]["files"]))
        if lives:
            rows.append(f"| {number} | {'; '.join(lives)} |")
        elif number in elsewhere:
            outside.append(f"| {number} | {elsewhere[number]} |")
        else:
            wrong.append(f"{number} is in no case, and neither here nor elsewhere in {PLACES}")
        if number in not_yet:
            later.append(f"| {number} | {not_yet[number]} |")
    text = f"""# Where the requirements live

Written by `make coverage` from the packs, their cases and [requirements-places.json](requirements-places.json). The requirements themselves stand in
[requirements.md](requirements.md). Paths of elements are below `assets/policies/`; an element is listed when it cites the very clause.

Of {len(wanted)} requirements {len(rows)} live here, {len(outside)} are no matter of software, of {len(later)} a part is still to come.

## Here

| no. | lives in |
|---|---|
{chr(10).join(rows)}

## No matter of software

| no. | why |
|---|---|
{chr(10).join(outside)}

## Not yet

| no. | still to come |
|---|---|
{chr(10).join(later)}
"""
    return text, wrong, (len(wanted), len(rows), len(outside), len(later))


def main(root, *flags):
    text, wrong, (all_of_them, living, outside, later) = write(root)
    page = f"{root}/{PAGE}"
    if "--check" in flags:
        with open(page, encoding="utf-8") as file:
            if file.read() != text:
                wrong.append(f"{PAGE} is old: run make coverage")
    else:
        with open(page, "w", encoding="utf-8") as file:
            file.write(text)
    for one in wrong:
        print(one)
    print(f"{all_of_them} requirements: {living} here, {outside} no matter of software, of {later} a part not yet")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
