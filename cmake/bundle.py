#!/usr/bin/env python3
"""Makes one JSON file of all policy packs and codes: bundle.py ASSETS OUT [--without-cases | --only-cases].

{"files": {"codes/regions.json": …, "facts.json": …, "zhongshan/pack.json": …}}: paths below assets/policies, and
codes/ beside them (the schemas for editors left out, for browsers also the national platform's tables), sorted;
white space dropped, keys in the order in which they stand; cases, where everything is in the bundle, as text. A file
that is no JSON or repeats a key stops the build; everything else about packs is checked by the program that loads them.
"""

import json
import os
import sys


def no_repeats(pairs):
    result = dict(pairs)
    if len(result) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError("key stands twice: " + next(name for name in names if names.count(name) > 1))
    return result


def files_below(folder):
    for place, folders, names in os.walk(folder):
        for name in names:
            if name.endswith(".json"):
                path = os.path.join(place, name)
                yield os.path.relpath(path, folder).replace(os.sep, "/"), path


def compact(content):
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def main(assets, out, *flags):
    faults, files = [], {}
    found = [*files_below(os.path.join(assets, "policies"))]
    found += [("codes/" + name, path) for name, path in files_below(os.path.join(assets, "codes"))]
    for name, path in sorted(found):
        is_case = "/cases/" in name
        if "--without-cases" in flags and name.startswith("codes/national/"):
            continue  # a browser sends nothing to the platform
        if name.startswith("schema/") or ("--without-cases" in flags and is_case) or ("--only-cases" in flags and not is_case):
            continue
        try:
            with open(path, encoding="utf-8") as file:
                content = json.load(file, object_pairs_hook=no_repeats)
            # A program that holds everything reads a case when it is run, not when it starts.
            files[name] = compact(content) if is_case and not flags else content
        except ValueError as fault:
            faults.append(f"{path}: {fault}")
    if faults:
        sys.exit("\n".join(faults))
    text = compact({"files": files})
    with open(out + ".part", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(out + ".part", out)


if __name__ == "__main__":
    main(*sys.argv[1:])
