#!/usr/bin/env python3
"""Cuts the page's program in two: split.py BINARYEN-BIN RULES LINKED FIRST REST

The first half is what the first page and the calculator need; the rest (every other screen) is fetched after the first picture. What
belongs where is found, not listed: whatever can be reached by calls from what the page's script calls, or from what
is called by pointer, is the first half's. RULES (cmake/rest.txt) names the two exceptions: the entry that the script
calls once the rest has arrived, and what only the rest holds pointers to. So nothing in the first half calls into the
rest; a call that would is told with its path and ends the build.

The first half carries the digest of the rest in a section of its own: halves of two builds never join (web/page/rest.js).
"""

import base64
import hashlib
import os
import re
import subprocess
import sys
import tempfile

# What Emscripten's linker writes; "all" would let wasm-split write types that browsers do not know.
FEATURES = [f"--enable-{name}" for name in ("bulk-memory", "exception-handling", "multivalue", "mutable-globals",
                                            "nontrapping-float-to-int", "reference-types", "sign-ext", "simd")]
CALL = re.compile(r'^  "(.+)" -> "(.+)"; // call$')
EXPORTED = re.compile(r'^  "(.+)" \[style="filled", fillcolor="gray"\];$')
BY_POINTER = re.compile(r'^  "(.+)" \[style="filled, rounded"\];$')
DEFINED = re.compile(r'^  "(.+)" \[style="filled", fillcolor="white"\];$')


def run(binaryen, tool, *arguments):
    done = subprocess.run([os.path.join(binaryen, tool), *FEATURES, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{tool} {' '.join(arguments)}: {done.stderr[:2000]}")
    return done.stdout


def rules_in(path):
    """Kind → its pattern, over mangled names."""
    rules = {"entry": [], "rest": []}
    with open(path, encoding="utf-8") as file:
        for line in file:
            if words := line.split("#")[0].split():
                rules[words[0]].append(words[1])
    return {kind: re.compile("|".join(patterns)) for kind, patterns in rules.items()}


class Program:
    def __init__(self, graph):
        self.defined, self.exported, self.by_pointer, self.calls = set(), set(), set(), {}
        for line in graph.splitlines():
            if match := CALL.match(line):
                self.calls.setdefault(match[1], set()).add(match[2])
            for found, pattern in ((self.exported, EXPORTED), (self.by_pointer, BY_POINTER), (self.defined, DEFINED)):
                if match := pattern.match(line):
                    found.add(match[1])

    def reached(self, roots):
        """Function → who called it first, for whatever the roots call."""
        callers, ahead = dict.fromkeys(sorted(roots)), sorted(roots)
        while ahead:
            caller = ahead.pop()
            for callee in sorted(self.calls.get(caller, ())):
                if callee not in callers:
                    callers[callee] = caller
                    ahead.append(callee)
        return callers


def path_to(name, callers):
    steps = [name]
    while callers[steps[-1]]:
        steps.append(callers[steps[-1]])
    return " ← ".join(steps)


def names_of_the_rest(program, rules):
    entries = {name for name in program.exported if rules["entry"].fullmatch(name)}
    if not entries:
        sys.exit("the entry of the rest is not exported; cmake/rest.txt names it")
    roots = (program.exported - entries) | {name for name in program.by_pointer if not rules["rest"].search(name)}
    callers = program.reached(roots)
    if crossing := sorted(name for name in callers if rules["rest"].search(name) or name in entries):
        sys.exit("The first half of the page reaches what belongs to the rest (web/screens/rest.h says how it may):\n"
                 + "\n".join("  " + path_to(name, callers) for name in crossing[:10]))
    return program.defined - callers.keys(), entries


def check_doors(listing, allowed):
    """What wasm-split left open from the first half to the rest: only what is called by pointer, and the entry."""
    with open(listing, encoding="utf-8") as file:
        doors = {line.strip().split(":", 1)[1] for line in file if line.strip()}
    if unexpected := doors - allowed:
        sys.exit("wasm-split lets the first half call into the rest: " + ", ".join(sorted(unexpected)))


def leb(number):
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def with_section(module, name, content):
    body = leb(len(name)) + name.encode() + content
    return module + b"\0" + leb(len(body)) + body


def main(binaryen, rules, linked, first, rest):
    program = Program(run(binaryen, "wasm-opt", linked, "--print-call-graph", "-o", os.devnull))
    moved, entries = names_of_the_rest(program, rules_in(rules))
    with tempfile.TemporaryDirectory(dir=os.path.dirname(os.path.abspath(first))) as place:
        names, doors, one, two = (os.path.join(place, name) for name in ("names", "doors", "one.wasm", "two.wasm"))
        with open(names, "w", encoding="utf-8") as file:
            file.write("\n".join(sorted(moved)))
        run(binaryen, "wasm-split", "--split", linked, f"--split-funcs=@{names}", "--export-prefix=%",
            "--placeholder-namespace=later", "--import-namespace=primary", "--placeholdermap", "-o1", one, "-o2", two)
        check_doors(one + ".placeholders", program.by_pointer | entries)
        halves = []
        for half in (one, two):
            run(binaryen, "wasm-opt", half, "--strip-debug", "-Oz", "-o", half)
            with open(half, "rb") as file:
                halves.append(file.read())
    digest = "sha256-" + base64.b64encode(hashlib.sha256(halves[1]).digest()).decode()
    for path, content in ((first, with_section(halves[0], "rest", digest.encode())), (rest, halves[1])):
        with open(path, "wb") as file:
            file.write(content)
    print(f"The page's program: {len(program.defined) - len(moved)} functions in its first half, {len(moved)} in the rest")


if __name__ == "__main__":
    main(*sys.argv[1:])
