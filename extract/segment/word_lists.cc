// SPDX-License-Identifier: Apache-2.0
#include "extract/segment/word_lists.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace dossier::extract {
namespace {

template <std::size_t N>
bool listed(const std::array<std::u32string_view, N>& list, std::u32string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr auto kNeverLast = std::to_array<std::u32string_view>(
    {U"mr",   U"mrs",  U"ms",     U"mx",   U"dr",   U"prof", U"gen",  U"col",    U"lt",   U"sgt",
     U"capt", U"maj",  U"cmdr",   U"adm",  U"rev",  U"hon",  U"gov",  U"sen",    U"rep",  U"st",
     U"mt",   U"ft",   U"messrs", U"mme",  U"mlle", U"pres", U"amb",  U"supt",   U"insp", U"brig",
     U"fr",   U"sr",   U"vs",     U"no",   U"nos",  U"fig",  U"figs", U"vol",    U"pp",   U"ch",
     U"sec",  U"art",  U"para",   U"e.g",  U"i.e",  U"cf",   U"viz",  U"approx", U"ca",   U"tel",
     U"dept", U"univ", U"assn",   U"bros", U"ed",   U"eds",  U"min",  U"max"});

constexpr auto kBeforeNumbers = std::to_array<std::u32string_view>(
    {U"no", U"nos", U"p", U"pp", U"fig", U"figs", U"art", U"sec", U"ch", U"para", U"vol"});

constexpr auto kMayBeLast = std::to_array<std::u32string_view>(
    {U"inc",  U"ltd",  U"co",   U"corp",  U"plc",  U"llc",   U"jr",   U"etc", U"al",
     U"a.m",  U"p.m",  U"ph.d", U"b.a",   U"m.a",  U"b.sc",  U"m.sc", U"m.d", U"d.c",
     U"esq",  U"ave",  U"blvd", U"rd",    U"jan",  U"feb",   U"mar",  U"apr", U"jun",
     U"jul",  U"aug",  U"sep",  U"sept",  U"oct",  U"nov",   U"dec",  U"mon", U"tue",
     U"tues", U"wed",  U"thu",  U"thurs", U"fri",  U"calif", U"conn", U"fla", U"mass",
     U"mich", U"minn", U"pa",   U"tenn",  U"va",   U"wash",  U"wis",  U"n.y", U"n.j",
     U"b.c",  U"a.d",  U"est",  U"misc",  U"incl", U"mln",   U"bn",   U"ext", U"bldg"});

constexpr auto kOpeners = std::to_array<std::u32string_view>(
    {U"the",     U"a",         U"an",        U"this",      U"that",    U"these",    U"those",
     U"he",      U"she",       U"it",        U"they",      U"we",      U"i",        U"you",
     U"his",     U"her",       U"its",       U"their",     U"our",     U"my",       U"in",
     U"on",      U"at",        U"for",       U"from",      U"with",    U"by",       U"as",
     U"after",   U"before",    U"when",      U"while",     U"if",      U"although", U"but",
     U"and",     U"or",        U"so",        U"however",   U"also",    U"there",    U"here",
     U"since",   U"until",     U"during",    U"under",     U"what",    U"who",      U"how",
     U"why",     U"where",     U"which",     U"not",       U"no",      U"all",      U"many",
     U"some",    U"most",      U"both",      U"each",      U"several", U"now",      U"then",
     U"today",   U"yesterday", U"meanwhile", U"according", U"because", U"despite",  U"once",
     U"another", U"other",     U"his",       U"such",      U"do",      U"did",      U"does",
     U"is",      U"are",       U"was",       U"were",      U"will",    U"would",    U"can",
     U"could",   U"have",      U"has",       U"had"});

constexpr auto kBoundPrefixes = std::to_array<std::u32string_view>(
    {U"anti",  U"arch",  U"co",    U"counter", U"cross", U"e",      U"ex",     U"extra", U"hyper",
     U"infra", U"inter", U"intra", U"mid",     U"mini",  U"multi",  U"neo",    U"non",   U"over",
     U"pan",   U"post",  U"pre",   U"pro",     U"proto", U"pseudo", U"psycho", U"re",    U"semi",
     U"socio", U"sub",   U"super", U"trans",   U"ultra", U"un",     U"vice",   U"x"});

constexpr auto kBoundSuffixes =
    std::to_array<std::u32string_view>({U"wise", U"esque", U"ups", U"outs", U"ish"});

constexpr auto kUnits = std::to_array<std::u32string_view>(
    {U"km", U"kg", U"cm", U"mm",  U"am",  U"pm", U"a.m", U"p.m", U"lb",  U"lbs", U"ft", U"mph",
     U"bn", U"mw", U"gw", U"kwh", U"mln", U"ha", U"mb",  U"gb",  U"hrs", U"min", U"mg", U"ml"});

struct Fused {
  std::u32string_view word;
  std::size_t first;
};
constexpr auto kFused = std::to_array<Fused>(
    {{U"cannot", 3},   {U"gonna", 3},  {U"wanna", 3}, {U"gotta", 3},   {U"lemme", 3},
     {U"gimme", 3},    {U"dunno", 2},  {U"dont", 2},  {U"doesnt", 4},  {U"didnt", 3},
     {U"isnt", 2},     {U"wasnt", 3},  {U"cant", 2},  {U"couldnt", 5}, {U"wouldnt", 5},
     {U"shouldnt", 6}, {U"havent", 4}, {U"hasnt", 3}, {U"alot", 1},    {U"outta", 3},
     {U"im", 1},       {U"ive", 1},    {U"thats", 4}, {U"whats", 4},   {U"theres", 5},
     {U"youre", 3},    {U"theyre", 4}, {U"youll", 3}, {U"youve", 3}});

}  // namespace

Abbreviation abbreviation(std::u32string_view word) {
  if (listed(kNeverLast, word)) return Abbreviation::never_last;
  if (listed(kMayBeLast, word)) return Abbreviation::may_be_last;
  return Abbreviation::none;
}
bool counts_parts(std::u32string_view word) { return listed(kBeforeNumbers, word); }
bool is_sentence_opener(std::u32string_view word) { return listed(kOpeners, word); }
bool is_bound_prefix(std::u32string_view word) { return listed(kBoundPrefixes, word); }
bool is_bound_suffix(std::u32string_view word) { return listed(kBoundSuffixes, word); }
bool is_attached_unit(std::u32string_view word) { return listed(kUnits, word); }

std::size_t fused_split(std::u32string_view word) {
  for (const Fused& fused : kFused) {
    if (fused.word == word) return fused.first;
  }
  return 0;
}

}  // namespace dossier::extract
