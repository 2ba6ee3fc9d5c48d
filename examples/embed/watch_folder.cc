// SPDX-License-Identifier: Apache-2.0
// Watches a folder and ingests what appears or changes in it, until interrupted.
//
//   watch_folder KNOWLEDGE_BASE FOLDER
//
// A file is read once its size and time have not changed between two looks, so that a file being
// copied is not read half. A document that cannot be read is reported and does not stop the rest.

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <map>
#include <string>
#include <thread>

#include <dossier/dossier.h>
#include <dossier/ingest.h>

namespace {

namespace fs = std::filesystem;

std::atomic<bool> interrupted = false;
void interrupt(int) { interrupted = true; }

struct State {
  std::uintmax_t size = 0;
  fs::file_time_type time;
  friend bool operator==(const State&, const State&) = default;
};
using Folder = std::map<std::string, State>;

Folder look(const std::string& path) {
  Folder found;
  for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
    const fs::path ending = entry.path().extension();
    if (entry.is_regular_file() && (ending == ".txt" || ending == ".md"))
      found[entry.path()] = {entry.file_size(), entry.last_write_time()};
  }
  return found;
}

const char* word(dossier::IngestReport::Outcome outcome) {
  switch (outcome) {
    case dossier::IngestReport::Outcome::added:
      return "added";
    case dossier::IngestReport::Outcome::replaced:
      return "replaced";
    case dossier::IngestReport::Outcome::renamed:
      return "renamed";
    case dossier::IngestReport::Outcome::unchanged:
      return "unchanged";
  }
  return "";
}

void ingest_file(dossier::KnowledgeBase& kb, const std::string& path) {
  try {
    const dossier::IngestReport report = dossier::ingest(kb, path);
    std::printf("%s %s: %llu facts\n", word(report.outcome), path.c_str(),
                static_cast<unsigned long long>(report.facts));
  } catch (const dossier::Error& error) {
    std::printf("skipped %s: %s\n", path.c_str(), error.describe().c_str());
  }
  std::fflush(stdout);
}

void watch(dossier::KnowledgeBase& kb, const std::string& path) {
  Folder ingested;
  Folder before;
  while (!interrupted) {
    const Folder now = look(path);
    for (const auto& [file, state] : now) {
      const auto last = before.find(file);
      const bool settled = last != before.end() && last->second == state;
      if (!settled || (ingested.contains(file) && ingested[file] == state)) continue;
      ingest_file(kb, file);
      ingested[file] = state;
    }
    before = now;
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: watch_folder KNOWLEDGE_BASE FOLDER\n");
    return 2;
  }
  std::signal(SIGINT, interrupt);
  std::signal(SIGTERM, interrupt);
  try {
    dossier::KnowledgeBase kb = dossier::KnowledgeBase::open(argv[1]);
    watch(kb, argv[2]);
  } catch (const dossier::Error& error) {
    std::fprintf(stderr, "error: %s\n", error.describe().c_str());
    return 1;
  } catch (const fs::filesystem_error& error) {
    std::fprintf(stderr, "error: %s\n", error.what());
    return 1;
  }
}
