#!/usr/bin/env python3
"""Writes measured tables into docs/numbers.md: numbers_table.py NAME < TEXT puts TEXT between the markers of that name.

What stands between a pair of markers is written by a command and by nobody else. The text is printed as well.
"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "w1"))
import peers  # noqa: E402

PLACE = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "docs/numbers.md")


def write(name, made):
    begin, end = f"<!-- {name}: written by its command from here -->", f"<!-- {name}: to here -->"
    with open(PLACE, encoding="utf-8") as file:
        text = file.read()
    if begin not in text or end not in text:
        sys.exit(f"docs/numbers.md has no markers for {name}")
    before, after = text.split(begin)[0], text.split(end)[1]
    with open(PLACE, "w", encoding="utf-8") as file:
        file.write(f"{before}{begin}\n{made.strip()}\n{end}{after}")
    print(made.strip())


def met(value, limit, at_least=True):
    return "met" if (value >= limit if at_least else value <= limit) else "**missed**"


def settling(rates, packs_ms, people, persons, seeds, checksum, simulate):
    """The table of the benchmark W1 from the rates of one run."""
    best = {name: max(values) for name, values in rates.items()}
    lines = ["| W1: one claim of remote care | a second | of the limit | asked | |", "|---|---|---|---|---|"]

    def row(label, name, limit=None, share_asked=None, rate_asked=None):
        if name not in best:
            lines.append(f"| {label} | did not run here | | | |")
            return
        share = best[name] / best[limit] if limit in best else None
        shown = "" if share is None else f"{100 * share:.0f} %" if share >= 0.01 else f"{100 * share:.2g} %"
        asked = verdict = ""
        if share_asked and share is not None:
            asked, verdict = f"≥ {100 * share_asked:.0f} %", met(share, share_asked)
        if rate_asked:
            asked, verdict = f"≥ {rate_asked:,}", met(best[name], rate_asked)
        lines.append(f"| {label} | {best[name]:,.0f} | {shown} | {asked} | {verdict} |")

    for title, limit, batch, share in (("AVX2", "cpp-soa-f64-avx2", "batch-avx2", 0.5),
                                       ("SSE2", "cpp-soa-f64-portable", "batch-portable", 0.5),
                                       ("wasm with SIMD, node", "cpp-soa-f64-wasm", "batch-portable-wasm", 0.7)):
        row(f"hand-written C++ in columns of 64 bits, {title}: the limit", limit, limit)
        row(f"**Mingbai, the policy as data, batch, {title}**", batch, limit, share)
    row("hand-written C++ in columns of 32 bits, AVX2", "cpp-soa-i32in-f64-avx2", "cpp-soa-f64-avx2")
    row("hand-written C++, claim by claim, AVX2", "cpp-aos-i64-avx2", "cpp-soa-f64-avx2")
    for label, name, _ in peers.ROWS:
        row(label, name, "cpp-soa-f64-avx2")
    row("CSV: ends of lines found by memchr, nothing read", "csv-lines")
    row("CSV: read and settled by hand, for these eight columns alone: the limit", "csv-by-hand", "csv-by-hand")
    row("**Mingbai, CSV text to result**", "csv-to-result", "csv-by-hand", rate_asked=5000000)
    row("**Mingbai, one claim, silent**", "one-claim", rate_asked=1000000)
    row("**Mingbai, one claim with every step, formula and source**", "one-claim-explained", rate_asked=100000)
    spent, megabytes, claims = people
    lines += ["",
              "| | figure | asked | |", "|---|---|---|---|",
              f"| one claim, silent | {1e6 / best['one-claim']:.2f} µs | ≤ 1 µs | {met(best['one-claim'], 1e6)} |",
              f"| one claim, explained | {1e6 / best['one-claim-explained']:.2f} µs | ≤ 10 µs | {met(best['one-claim-explained'], 1e5)} |",
              f"| reading, checking and compiling every pack | {packs_ms:.1f} ms | ≤ 50 ms | {met(packs_ms, 50, False)} |",
              f"| {persons:,} people, {claims:,} claims, two policies: memory | {megabytes:.0f} MB | ≤ 500 MB | {met(megabytes, 500, False)} |",
              f"| – time of the processor | {spent:.2f} s | | |",
              "",
              f"Seconds of the processor, the best of several; limit and Mingbai took turns in this one run. Shares of peers are of the "
              f"AVX2 limit. Each sum is that of whole-number arithmetic: {checksum} for the 100,000 claims of the benchmark's seed, and "
              f"those of {seeds} other seeds. Load of the machine at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors. "
              f"The people: `{simulate}`."]
    return "\n".join(lines)


if __name__ == "__main__":
    made = sys.stdin.read()
    if not made.strip():
        sys.exit(f"{sys.argv[1]}: nothing was measured, docs/numbers.md stays as it is")
    write(sys.argv[1], made)
