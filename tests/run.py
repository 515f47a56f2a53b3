#!/usr/bin/env python3
"""Runs every test and adds up: run.py [PART…], the parts being house, cpp, cases, identity, truth, http,
postgres-store, postgres-http, browser.

Each part prints as it goes and ends in its own counts. A part that ran no test counts as a failure, for a suite
that has quietly become empty must not look green; so does a file of tests that does not come to its end in time, and
the next one is begun. The last line, alone, is "N passed, N failed".
"""

import glob
import os
import re
import signal
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def node_tests(folder):
    # node 18 takes files, no patterns. TAP is the one report that every version from 18 on words alike.
    files = sorted(path for ending in ("js", "mjs") for path in glob.glob(f"tests/{folder}/**/*test.{ending}", recursive=True))
    return ["node", "--test", "--test-reporter=tap", *files] if files else None


# The store's own tests and, unless all are wanted, those of HTTP in which storing matters most, beside a PostgreSQL.
BESIDE_POSTGRES = "tests/postgres/with"
STORE_TESTS = ",".join(f"[#{name}_test]" for name in (
    "accounts", "adoption", "audit", "filing_intake", "messages", "migrations", "sweep", "dump", "postgres_database"))
STORING = ("idempotence", "roles", "review", "kill", "sessions", "attachments")


def postgres_tests(all_of_http):
    files = node_tests("postgres")
    for path in node_tests("http")[3:]:
        if all_of_http or os.path.basename(path).split(".")[0] in STORING:
            files.append(path)
    return [BESIDE_POSTGRES, *files]


def one_by_one(folder):
    """A command for each file, so that one that hangs takes no other with it."""
    command = node_tests(folder)
    return [[*command[:3], path] for path in command[3:]] if command else []


def parts():
    """Name, commands, seconds that each may take; the full trials (MINGBAI_TRIALS=full) have an hour each."""
    return (
        ("house", [["/usr/bin/python3", "cmake/invariants.py", "."]], 60),
        ("cpp", [["ctest", "--test-dir", "build/native", "--verbose", "--tests-regex", "^mingbai_tests$"]], 900),
        ("cases", [["build/bin/mingbai", "cases", "run"]], 300),
        ("identity", one_by_one("identity"), 600),
        ("truth", one_by_one("truth"), 600),
        ("http", one_by_one("http"), 300),
        ("postgres-store", [[BESIDE_POSTGRES, "build/bin/mingbai_tests", "-#", STORE_TESTS]], 600),
        ("postgres-http", [postgres_tests(os.environ.get("MINGBAI_TRIALS") == "full")], 900),
        ("browser", one_by_one("browser"), 400),
    )


def counts(output):
    """Passed and failed, from the closing lines of our own programs, Catch2 or node."""
    if ours := re.findall(r"^(\d+) passed, (\d+) failed$", output, re.M):
        return tuple(map(int, ours[-1]))
    if catch := re.search(r"^(?:\d+: )?All tests passed \(.* in (\d+) test cases?\)", output, re.M):
        return int(catch[1]), 0
    if catch := re.search(r"^(?:\d+: )?test cases: +(\d+) \|(?: +(\d+) passed)?.*?(?:(\d+) failed)", output, re.M):
        return int(catch[2] or 0), int(catch[3])
    node = {name: int(count) for name, count in re.findall(r"^# (pass|fail|cancelled) (\d+)$", output, re.M)}
    return node.get("pass", 0), node.get("fail", 0) + node.get("cancelled", 0)


def run(command, seconds):
    """The output, shown as it comes, and the exit code; a part that hangs is ended with all it started."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               start_new_session=True)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(process.pid, signal.SIGKILL))
    signal.alarm(seconds)
    lines = []
    for line in process.stdout:
        text = line.decode("utf-8", errors="replace")
        lines.append(text)
        if not text.lstrip().startswith(("duration_ms", "---", "...", "type: 'test'")):
            print(text, end="", flush=True)
    code = process.wait()
    signal.alarm(0)
    if code == -signal.SIGKILL:
        print(f"not ok - {' '.join(command)} was ended after {seconds} s without coming to its end")
    return "".join(lines), code


def run_part(name, commands, seconds):
    print(f"\n== {name}", flush=True)
    started = time.monotonic()
    passed, failed = 0, 0
    if os.environ.get("MINGBAI_TRIALS") == "full":
        seconds = 3600
    for command in commands:
        if "/" in command[0] and not os.path.exists(command[0]):
            continue
        output, code = run(command, seconds)
        right, wrong = counts(output)
        if code != 0 and wrong == 0:
            print(f"ended with code {code}")
            wrong = 1
        passed, failed = passed + right, failed + wrong
    if passed + failed == 0:
        print("no test was run")
        failed = 1
    return name, passed, failed, time.monotonic() - started


def main(*wanted):
    os.chdir(ROOT)
    results = [run_part(*part) for part in parts() if not wanted or part[0] in wanted]
    print()
    for name, passed, failed, seconds in results:
        print(f"{name:<14} {passed:6} passed {failed:6} failed {seconds:8.1f} s")
    passed, failed = sum(result[1] for result in results), sum(result[2] for result in results)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
