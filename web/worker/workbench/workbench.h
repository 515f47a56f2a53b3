#pragma once
// The workbench of policy staff (场景): runs cases, proves a changed policy, compares two policies over many people.
// It holds the packs with their cases; overlays and own cases come with each command, so that it keeps nothing.
//
// Pure apart from what it was opened with: no clock, no thread, no network. Commands and events are JSON texts:
//
//   {"cmd":"cases","overlay":null,"own":["{…}"]}  -> {"event":"cases","overlay":null,"cases":[…]}
//   {"cmd":"case","file":"…"}                     -> {"event":"case","file":"…","text":"…"}
//   {"cmd":"prove","overlay":{…}}                 -> {"event":"proof","overlay":"id","findings":[…],"cases":[…]}
//   {"cmd":"compare","request":{…},"overlays":[…]} -> {"event":"compared","key":"","zh":"{…}","en":"{…}"} after enough step()s
//
// A "key" of the command comes back in the run's events: two screens may ask, and each knows its own.
//
// A fault of any of them is {"event":"batch_fault","during":"prove","findings":[…]}.

#include <memory>
#include <string>
#include <string_view>

namespace mingbai::workbench {

class Workbench {
 public:
  // Both bundles as the build makes them (cmake/bundle.py). Packs that cannot be read: every command says why.
  Workbench(std::string_view policies_json, std::string_view cases_json);
  ~Workbench();
  Workbench(const Workbench&) = delete;
  Workbench& operator=(const Workbench&) = delete;

  // The event that answers the command; of a comparison the first {"event":"progress"}, or its fault.
  std::string answer(std::string_view command_json);

  // While a comparison runs: works on and gives the next event, progress or the summary. Otherwise "".
  std::string step();
  bool running() const;
  void stop();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace mingbai::workbench
