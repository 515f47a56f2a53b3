#!/usr/bin/env python3
"""Checks what ARCHITECTURE.md promises about the sources: invariants.py ROOT.

Every rule is one function that yields (file, line number or None, what is wrong). All findings are printed, then
how many rules are kept. The rules are plain patterns: they catch slips, not malice. Where one is wrong about a
line, change the rule here and say why, rather than bend the code around it.
"""

import re
import subprocess
import sys
from pathlib import PurePosixPath

import coverage

CODE = (".cpp", ".h", ".js", ".mjs", ".py", ".css", ".html")
LONGEST = 400
# Rooms of core that apply the law. Readers of packs and masks of identity numbers have figures of their own.
LAW_ROOMS = ("core/eligibility/", "core/reimbursement/", "core/institution_payment/")
SQLITE_DRIVER = re.compile(r"core/store/sqlite_\w+\.(cpp|h)|web/worker/\w*vfs\.(cpp|h)")
NAMELESS = {"util", "utils", "helper", "helpers", "manager", "common", "data", "misc"}

QUOTED_OR_COMMENT = re.compile(r"""("(?:[^"\\]|\\.)*"|(?<!\w)'(?:[^'\\]|\\.)')|//.*|/\*.*?\*/""")
INCLUDE = re.compile(r'\s*#\s*include\s*[<"]([^>"]+)[>"]')
RAW_STRING = re.compile(r'R"(\w*)\(.*?\)\1"', re.S)


class Source:
    def __init__(self, root, path):
        self.root, self.path, self.name = root, path, PurePosixPath(path)
        with open(f"{root}/{path}", "rb") as file:
            content = file.read()
        self.text = "" if b"\0" in content else content.decode("utf-8", errors="replace")
        self.lines = self.text.split("\n")

    def under(self, *folders):
        return self.path.startswith(folders)

    def is_cpp(self):
        return self.name.suffix in (".cpp", ".h")

    def includes(self):
        for number, line in enumerate(self.lines, 1):
            if match := INCLUDE.match(line):
                yield number, match[1]

    def code(self, with_strings=False):
        """Lines without comments and, unless asked for, without what stands in quotes."""
        text = RAW_STRING.sub(lambda raw: '""' + "\n" * raw[0].count("\n"), self.text)
        kept = (lambda match: match[1] or "") if with_strings else (lambda match: '""' if match[1] else "")
        for number, line in enumerate(text.split("\n"), 1):
            yield number, QUOTED_OR_COMMENT.sub(kept, line)


def core_is_pure(sources):
    """core includes no other room, no Boost, no Emscripten, no operating system, no clock, no thread."""
    foreign = re.compile(
        r"(web|shell)/|boost/|emscripten|imgui|sys/|unistd|fcntl|windows|libpq|sodium"
        r"|(fstream|iostream|filesystem|thread|mutex|shared_mutex|future|condition_variable|atomic|random|ctime|time\.h|regex|locale|format)$")
    clock = re.compile(r"\b(system_clock|steady_clock|localtime|gettimeofday|getenv|thread_local)\b|\brand\(\)")
    for source in sources:
        if not source.under("core/") or not source.is_cpp():
            continue
        for number, header in source.includes():
            if foreign.match(header):
                yield source.path, number, f"core includes <{header}>"
        for number, line in source.code():
            if match := clock.search(line):
                yield source.path, number, f"core uses {match[0]}; pass it in"


def sqlite_has_one_driver(sources):
    """SQLite's C API appears in core/store's driver and the browser's VFS only, PostgreSQL's under shell/database."""
    for source in sources:
        for number, header in source.includes() if source.is_cpp() else ():
            if header == "sqlite3.h" and not SQLITE_DRIVER.fullmatch(source.path):
                yield source.path, number, "sqlite3.h belongs to the driver (core/store/sqlite_*)"
            if header == "libpq-fe.h" and not source.under("shell/database/"):
                yield source.path, number, "libpq belongs to shell/database"


def money_is_exact(sources):
    """No floating point in core, except in core/scenario, where the compiler of a policy has proven it exact."""
    for source in sources:
        if source.under("core/") and source.is_cpp() and not source.under("core/scenario/"):
            for number, line in source.code():
                if match := re.search(r"\b(float|double)\b|\bget<(float|double)>|\bstod\b|\d\.\d+f?\b", line):
                    yield source.path, number, f"floating point in core: {match[0]}"


def order_never_depends_on_a_hash(sources):
    """core has no unordered containers: wasm and native must give the same bytes."""
    for source in sources:
        if source.under("core/") and source.is_cpp():
            for number, line in source.code():
                if match := re.search(r"unordered_\w+", line):
                    yield source.path, number, f"{match[0]} in core; use std::map, or a sorted vector"


def law_stands_in_packs(sources):
    """No ratio, threshold or legal date in core's C++: figures come from packs, with document, clause and dates."""
    ordinary = {"10", "100", "1000", "10000", "12", "16", "32", "64", "128", "256"}
    for source in sources:
        if not source.under("core/") or not source.is_cpp():
            continue
        for number, line in source.code(with_strings=True):
            if match := re.search(r'"(19|20)\d\d-\d\d(-\d\d)?"|"\d+(\.\d+)?\s*%"', line):
                yield source.path, number, f"a figure of the law: {match[0]}"
        for number, line in source.code() if source.under(*LAW_ROOMS) else ():
            for figure in re.findall(r"(?<![\w.])\d[\d']*(?![\w.'])", line):
                if len(figure) > 1 and figure.replace("'", "") not in ordinary:
                    yield source.path, number, f"{figure} looks like a figure of the law; it belongs into a pack"


def files_are_short(sources):
    """No source file passes 400 lines."""
    for source in sources:
        if source.name.suffix in CODE and len(source.lines) > LONGEST + 1:
            yield source.path, None, f"{len(source.lines) - 1} lines; past {LONGEST} it is two concepts"


def headers_explain_themselves(sources):
    """A header has #pragma once, and opens with what it is for."""
    for source in sources:
        if source.name.suffix == ".h" and source.under("core/", "web/", "shell/"):
            if "#pragma once" not in source.lines:
                yield source.path, None, "#pragma once is missing"
            if not any(line.startswith("//") for line in source.lines[:5]):
                yield source.path, None, "the header does not say what it is for"


def names_say_something(sources):
    """No file is called utils, helper, manager, common or data."""
    for source in sources:
        if source.under("core/", "web/", "shell/", "tests/") and NAMELESS & set(re.split(r"[_\-.]", source.name.name)):
            yield source.path, None, "the name does not say what it is"


def tree_is_clean(sources):
    """No address of a package registry, path of one machine, unfinished work or conflict mark in any file."""
    unwanted = (
        (re.compile(r'"res' r'olved":|https?://[^\s/"]*(registry|mirror|\bdeb\b|npm)'), "a registry's address"),
        (re.compile(r"(?<![\w.#})$*-])/(?:work|tmp|root|home)/"), "a path of one machine"),
        (re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b|\bst" r"ub\b", re.I), "unfinished work"),
        (re.compile(r"^(<{7}|>{7}) "), "a conflict mark"),
    )
    for source in sources:
        for number, line in enumerate(source.lines, 1):
            for pattern, what in unwanted:
                if match := pattern.search(line):
                    yield source.path, number, f"{what}: {match[0]}"


def every_requirement_has_a_place(sources):
    """Every requirement lives somewhere, says why it does not, or where it will: make coverage."""
    if any(source.path == coverage.LIST for source in sources):
        text, wrong, _ = coverage.write(sources[0].root)
        yield from ((coverage.PAGE, None, one) for one in wrong)
        if not any(source.path == coverage.PAGE and source.text == text for source in sources):
            yield coverage.PAGE, None, "is old: run make coverage"


RULES = (core_is_pure, sqlite_has_one_driver, money_is_exact, order_never_depends_on_a_hash, law_stands_in_packs,
         files_are_short, headers_explain_themselves, names_say_something, tree_is_clean, every_requirement_has_a_place)


def main(root):
    listed = subprocess.run(["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            check=True, capture_output=True, text=True).stdout.split("\0")
    sources = []
    for path in sorted(set(filter(None, listed))):
        try:
            sources.append(Source(root, path))
        except (FileNotFoundError, IsADirectoryError):
            pass  # deleted and not yet committed, or a link to a folder
    broken = 0
    for rule in RULES:
        findings = list(rule(sources))
        broken += bool(findings)
        if findings:
            print(f"\n{rule.__doc__}")
        for path, number, what in findings:
            print(f"  {path}{f':{number}' if number else ''}: {what}")
    print(f"{len(RULES) - broken} passed, {broken} failed")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main(sys.argv[1])
