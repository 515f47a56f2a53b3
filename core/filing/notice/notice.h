#pragma once
// What is told to a person on paper (告知书、就诊卡、回执、未通过告知): plain structures in, a page of HTML
// out. Pure; who may see a page is the caller's business, and so is masking: a number is printed as it is
// given.
//
// The notice of a grant rests on 楚医保办〔2022〕5号 三(一) and its form: who, by which document, what was
// granted just now and from when, everything granted so far, signature, day and stamp; two copies on one
// sheet, one for the office and one for the person. The card goes to the prefecture's own members alone
// (四(四)). A refusal tells every reason at once (三(一)2), each with what the person can do.
//
//   facts.h makes these structures of a filing's payload and the packs.

#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/text.h"

namespace mingbai::filing::notice {

struct Person {
  std::string name;
  Text certificate_type;
  std::string certificate_number;
};

struct Agent {
  Person person;
  std::string relation;
};

// A legal text and the clauses of it that were used.
struct Basis {
  Text title;
  std::string number;
  std::vector<std::string> clauses;
};

struct Grant {
  Text what;         // "高血压病", or where to and why
  std::string code;  // of a disease; may be empty
  std::optional<Date> from;
  std::optional<Date> to;  // the last day; none: without end
};

struct Reason {
  Text message;
  Text remedy;
  std::string source;  // "楚医保办〔2022〕5号 二(四)"; may be empty
};

struct GrantNotice {
  Text region;
  Text kind;
  Person insured;
  std::optional<Agent> agent;
  std::vector<Basis> basis;
  Grant granted;
  std::vector<Grant> so_far;  // the person's, at the time of printing, this one included
  std::vector<Text> places;   // institutions chosen, if any
  Text institution;           // that handled it
  std::string receipt;
  Date printed;
  bool with_card = false;
};

struct Card {
  Text region;
  Person insured;
  std::vector<Grant> granted;
  Text institution;
  Date issued;
};

struct ReceiptPage {
  Text region;
  Text kind;
  Grant asked;
  Person insured;
  std::optional<Agent> agent;
  std::string number;
  std::string received_at;  // in words, China's clock: "2026-11-21 18:58"
  std::string sha256;
  Text next;  // who decides, and how fast
};

struct RefusalPage {
  Text region;
  Text kind;
  Grant asked;
  Person insured;
  std::vector<Reason> reasons;
  std::string receipt;  // may be empty
  Date decided;
};

std::string grant_notice(const GrantNotice&, Language);
std::string card(const Card&, Language);
std::string receipt(const ReceiptPage&, Language);
std::string refusal(const RefusalPage&, Language);

}  // namespace mingbai::filing::notice
