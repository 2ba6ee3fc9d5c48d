// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target without a fuzzer: every seed, then mutations of seeds.
//
//   <name>_replay FOLDER_OF_SEEDS [MUTATIONS [RANDOM_SEED]]
//
// The same arguments give the same inputs. The target reports a fault by aborting; the input is
// then in replay.failed in the working directory.
#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t limit) {
  return random() % std::max<std::size_t>(limit, 1);
}

std::vector<std::string> read_seeds(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> seeds;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return seeds;
}

/// One small change: a byte replaced or inserted, a piece removed, repeated or taken from another
/// seed.
void mutate(std::string& text, const std::vector<std::string>& seeds, Random& random) {
  const std::size_t at = below(random, text.size());
  const std::size_t length = 1 + below(random, 20);
  switch (below(random, 5)) {
    case 0:
      if (!text.empty()) text[at] = static_cast<char>(random());
      break;
    case 1: {
      constexpr std::string_view kSigns = "{}()[]<>\"'.;,?$:@#\\~|^*+-/ \n";
      text.insert(at, 1, kSigns[below(random, kSigns.size())]);
      break;
    }
    case 2:
      text.erase(at, length);
      break;
    case 3:
      text.insert(at, text.substr(at, length));
      break;
    default: {
      const std::string& other = seeds[below(random, seeds.size())];
      text.insert(at, other.substr(below(random, other.size()), length));
    }
  }
}

/// The input under test, for the handler of the signal that a fault raises.
const std::string* current_input = nullptr;

void keep_input(int signal_number) {
  std::ofstream("replay.failed", std::ios::binary) << *current_input;
  std::signal(signal_number, SIG_DFL);
  std::raise(signal_number);
}

void run(const std::string& text) {
  current_input = &text;
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

int replay(const std::filesystem::path& folder, std::size_t mutations, std::uint64_t random_seed) {
  const std::vector<std::string> seeds = read_seeds(folder);
  if (seeds.empty()) {
    std::fprintf(stderr, "no seeds in %s\n", folder.c_str());
    return 1;
  }
  for (const std::string& seed : seeds) run(seed);
  Random random(random_seed);
  for (std::size_t i = 0; i < mutations; ++i) {
    std::string text = seeds[below(random, seeds.size())];
    for (std::size_t changes = 1 + below(random, 4); changes > 0; --changes) {
      mutate(text, seeds, random);
    }
    run(text);
  }
  std::printf("%zu seeds, %zu mutations: no fault\n", seeds.size(), mutations);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: %s FOLDER_OF_SEEDS [MUTATIONS [RANDOM_SEED]]\n", argv[0]);
    return 2;
  }
  const auto number = [&](int i, std::uint64_t otherwise) {
    return argc > i ? std::strtoull(argv[i], nullptr, 10) : otherwise;
  };
  std::signal(SIGABRT, keep_input);
  std::signal(SIGSEGV, keep_input);
  try {
    return replay(argv[1], number(2, 1000), number(3, 1));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
