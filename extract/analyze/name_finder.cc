// A maximal run of capitalised words is cut into pieces from left to right: known names, titles,
// other names; a piece headed by a noun like "Committee" then takes in its "of", "for" and "on"
// phrases.
#include "extract/analyze/name_finder.h"

#include <algorithm>
#include <array>

#include "extract/text/calendar.h"

namespace dossier::extract {
namespace {

constexpr std::uint32_t kHeads =
    kOrganizationHead | kPlaceHead | kEventHead | kWorkHead | kProductHead;
constexpr std::uint32_t kAdjectival = kCountry | kNationality | kOrganization | kRegion;

bool is_particle(const std::string& lower) {
  static constexpr auto kParticles = std::to_array<std::string_view>(
      {"de",  "del", "der", "di",  "da",  "dos", "du", "la", "le",  "bin",
       "ibn", "van", "von", "den", "ten", "ter", "el", "al", "abu", "zu"});
  return std::find(kParticles.begin(), kParticles.end(), lower) != kParticles.end();
}

class SpanFinder {
 public:
  SpanFinder(const std::vector<NameUnit>& units, const Lexicon& lexicon)
      : units_(units), lexicon_(lexicon) {}

  std::vector<NameSpan> find() {
    for (std::uint32_t i = 0; i < size();) {
      if (const std::uint32_t dated = dated_work(i); dated > i) {
        add(i, dated, MentionType::work, 3);
        i = dated;
      } else if (units_[i].name || is_direction_of_place(i)) {
        i = read_run(i);
      } else {
        ++i;
      }
    }
    return std::move(spans_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(units_.size()); }
  bool is_name(std::uint32_t i) const { return i < size() && units_[i].name; }
  const std::string& lower(std::uint32_t i) const {
    static const std::string kNone;
    return i < size() ? units_[i].lower : kNone;
  }
  bool has_class(std::uint32_t i, std::uint32_t kinds) const {
    return i < size() && (units_[i].class_kinds & kinds) != 0;
  }
  bool is_honorific(std::uint32_t i) const {
    return i < size() && (units_[i].kinds & kHonorific) != 0 && units_[i].capital;
  }

  void add(std::uint32_t first, std::uint32_t last, MentionType type, int certainty) {
    NameSpan span;
    span.first = first;
    span.last = last;
    span.head = last - 1;
    span.type = type;
    span.certainty = certainty;
    spans_.push_back(std::move(span));
  }

  /// "November 9 Statement", "November 9 Joint Statement": a paper named by its day.
  std::uint32_t dated_work(std::uint32_t i) const {
    if (month_number(lower(i)) == 0 || !units_[i].capital || i + 2 >= size()) return i;
    const std::string& day = lower(i + 1);
    if (day.empty() || day.size() > 2 || day[0] < '0' || day[0] > '9') return i;
    std::uint32_t end = i + 2;
    while (is_name(end) && !has_class(end, kWorkHead)) ++end;
    const std::string singular =
        lower(end).ends_with("s") ? lower(end).substr(0, lower(end).size() - 1) : lower(end);
    const bool work = has_class(end, kWorkHead) || lexicon_.is(singular, kWorkHead);
    return work && singular != "plan" ? end + 1 : i;
  }

  /// "Southeastern Ukraine": a part of a place, even where the capital is the sentence's.
  bool is_direction_of_place(std::uint32_t i) const {
    if (!units_[i].capital || !is_name(i + 1)) return false;
    return is_direction(lower(i)) && (units_[i + 1].kinds & (kCountry | kRegion | kCity)) != 0;
  }

  static bool is_direction(const std::string& word) {
    return word.starts_with("north") || word.starts_with("south") || word.starts_with("east") ||
           word.starts_with("west") || word.starts_with("central");
  }

  /// The end of the run of name words that begins at `i`, particles between them included.
  std::uint32_t run_end(std::uint32_t i) const {
    std::uint32_t end = i + 1;
    while (is_name(end) || (is_particle(lower(end)) && is_name(end + 1) && end + 1 < size() &&
                            !is_title(end - 1))) {
      ++end;
    }
    return end;
  }

  bool is_title(std::uint32_t i) const { return has_class(i, kTitle | kTitlePart); }

  /// A title that begins at `i`: "Deputy Prime Minister"; its end, or `i` when there is none.
  std::uint32_t title_end(std::uint32_t i, std::uint32_t end) const {
    std::uint32_t at = i;
    std::uint32_t title = i;
    while (at < end && is_title(at)) {
      if (has_class(at, kTitle)) title = at + 1;
      ++at;
    }
    // "General Assembly", "Defence Ministry": the words belong to the name behind.
    if (title < end && has_class(title, kOrganizationHead) && !has_class(title, kTitle)) return i;
    return title;
  }

  std::uint32_t read_run(std::uint32_t begin) {
    const std::uint32_t end = run_end(begin);
    std::uint32_t at = begin;
    while (at < end) {
      at = read_piece(at, end);
    }
    // A title at the end of a run stands alone: "the President of the ...".
    pending_title_ = false;
    return at;
  }

  std::uint32_t read_piece(std::uint32_t at, std::uint32_t end) {
    if (is_honorific(at) && at + 1 < end) {
      pending_title_ = true;
      const std::uint32_t next = at + 1;
      return lower(next) == "." ? next + 1 : next;
    }
    NameInfo info;
    const std::uint32_t known = known_name(units_, at, end, lexicon_, info);
    if (known <= 1 && is_direction_of_place(at)) {
      NameInfo place;
      const std::uint32_t length = known_name(units_, at + 1, end, lexicon_, place);
      add(at, at + 1 + length, MentionType::place, 3);
      return at + 1 + length;
    }
    if (const std::uint32_t taken = known_piece(at, end, known, info); taken > at) return taken;
    if (const std::uint32_t title = title_end(at, end); title > at) {
      pending_title_ = true;
      return title_phrase_end(title);
    }
    return other_piece(at, end);
  }

  /// "High Representative for Foreign Affairs": skips what a title takes with it, so that it is no
  /// name of its own. Countries and organisations stay names.
  std::uint32_t title_phrase_end(std::uint32_t title) {
    if (lower(title) != "for" && lower(title) != "of") return title;
    const std::string& next = lower(title + 1);
    if (next != "foreign" && next != "internal" && next != "external" && next != "human" &&
        next != "economic" && next != "political") {
      return title;
    }
    std::uint32_t at = title + 1;
    while (is_name(at) && !has_class(at, 0) && lower(at) != "affairs" && lower(at) != "rights")
      ++at;
    return is_name(at) ? at + 1 : title;
  }

  /// A known name alone, or as the first part of a longer one ("Russian Emergencies Ministry").
  std::uint32_t known_piece(std::uint32_t at, std::uint32_t end, std::uint32_t known,
                            const NameInfo& info) {
    if (known == 0 || (known == 1 && is_weak(at, info))) return at;
    const std::uint32_t after = at + known;
    if (info.is(kAdjectival | kCity) && after < end) {
      const std::uint32_t stop = piece_end(after, end);
      if (stop > after && heads_name(stop - 1) && title_end(after, end) == after) {
        return headed_piece(at, stop, end);
      }
    }
    if (info.is(kOrganization | kWork | kEvent) && has_class(after - 1, kHeads)) {
      return headed_piece(at, after, end);
    }
    const MentionType type = type_of(info);
    if (type == MentionType::person) {
      add_person(at, after, 3);
      return after;
    }
    add(at, after, type, 3);
    spans_.back().titled = pending_title_ && type == MentionType::unknown;
    pending_title_ = false;
    return after;
  }

  /// Given names and surnames alone are settled with the words beside them; so are plain words.
  bool is_weak(std::uint32_t at, const NameInfo& info) const {
    if (!info.is(kCountry | kCity | kRegion | kNationality | kPeople | kOrganization | kWork |
                 kEvent)) {
      return true;
    }
    const bool person = info.is(kGivenName) && is_name(at + 1) &&
                        !info.is(kCountry | kNationality) &&
                        (units_[at + 1].kinds & (kCountry | kNationality)) == 0 &&
                        !has_class(at + 1, kHeads | kTitle);
    return person || pending_title_;
  }

  bool heads_name(std::uint32_t i) const {
    return has_class(i, kHeads) || (units_[i].kinds & kCompanySuffix) != 0;
  }

  /// The end of a piece without known names or titles, from `at`.
  std::uint32_t piece_end(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t stop = at;
    while (stop < end) {
      NameInfo info;
      const std::uint32_t known = known_name(units_, stop, end, lexicon_, info);
      const bool place_inside = known > 0 && stop > at && info.is(kCountry | kNationality);
      if (place_inside && !followed_by_head(stop + known, end)) break;
      if (stop > at && title_end(stop, end) > stop && !followed_by_head(stop, end)) break;
      if (stop > at && is_honorific(stop)) break;
      ++stop;
    }
    return stop;
  }

  bool followed_by_head(std::uint32_t at, std::uint32_t end) const {
    for (; at < end; ++at) {
      if (has_class(at, kTitle)) return false;
      if (heads_name(at)) return true;
    }
    return false;
  }

  std::uint32_t other_piece(std::uint32_t at, std::uint32_t end) {
    const std::uint32_t stop = std::max(piece_end(at, end), at + 1);
    if (heads_name(stop - 1) && !pending_title_) return headed_piece(at, stop, end);
    if (const std::uint32_t head = inner_head(at, stop); head > at && !pending_title_) {
      return headed_piece(at, head, end);
    }
    const std::uint32_t city = trailing_city(at, stop);
    if (looks_like_person(at, city)) {
      add_person(at, city, pending_title_ || known_person(at) ? 3 : 1);
    } else {
      add(at, city, MentionType::unknown, 0);
      if (stop - at == 1 && units_[at].upper) {
        spans_.back().type = MentionType::organization;
        spans_.back().certainty = 1;
      }
    }
    pending_title_ = false;
    return city;
  }

  /// The end of a name that ends inside the piece: "Foreign Ministry Sergey" does not happen, but
  /// "Minsk Group Co-Chair" does.
  std::uint32_t inner_head(std::uint32_t at, std::uint32_t stop) const {
    for (std::uint32_t i = stop - 1; i > at; --i) {
      if (has_class(i - 1, kOrganizationHead) && i - at >= 2) return i;
    }
    return at;
  }

  /// "Ara Aivazian Moscow": a headline's place behind a person's name is not part of it.
  std::uint32_t trailing_city(std::uint32_t at, std::uint32_t stop) const {
    const bool city = stop - at >= 3 && (units_[stop - 1].kinds & kCity) != 0 && lower(stop) == ",";
    return city ? stop - 1 : stop;
  }

  bool known_person(std::uint32_t at) const {
    return (units_[at].kinds & (kGivenName | kPerson)) != 0;
  }

  bool looks_like_person(std::uint32_t at, std::uint32_t stop) const {
    if (pending_title_) return true;
    const std::uint32_t words = stop - at;
    if (words > 4) return false;
    if (known_person(at) && words >= 2) return true;
    if (words < 2 || units_[at].upper || units_[stop - 1].upper) return false;
    return std::none_of(units_.begin() + at, units_.begin() + stop, [this](const NameUnit& unit) {
      return lexicon_.word(unit.lower).known() || (unit.kinds & (kCity | kRegion)) != 0;
    });
  }

  void add_person(std::uint32_t first, std::uint32_t last, int certainty) {
    add(first, last, MentionType::person, certainty);
    spans_.back().titled = pending_title_;
    pending_title_ = false;
  }

  /// A name headed by its last word before `stop`; takes in the phrases behind it.
  std::uint32_t headed_piece(std::uint32_t first, std::uint32_t stop, std::uint32_t end) {
    const std::uint32_t head = stop - 1;
    const bool single = stop - first == 1;
    const std::uint32_t extended = stop == end || !is_name(stop) ? with_phrases(head, stop) : stop;
    const MentionType type = type_of_head(head, extended > stop);
    add(first, extended, type, single && extended == stop ? 1 : 3);
    spans_.back().head = head;
    pending_title_ = false;
    return extended;
  }

  /// The end of "of the Red Cross", "for Civil Defence, Emergencies and Disaster Relief" behind
  /// `at`.
  std::uint32_t with_phrases(std::uint32_t head, std::uint32_t at) const {
    if (!has_class(head, kOrganizationHead | kEventHead | kWorkHead)) return at;
    bool linked = false;
    while (at < size()) {
      const std::uint32_t next = linked_part(head, at, linked);
      if (next == at) return at;
      at = next;
      linked = true;
    }
    return at;
  }

  std::uint32_t linked_part(std::uint32_t head, std::uint32_t at, bool linked) const {
    const std::string& link = lower(at);
    std::uint32_t begin = at + 1;
    if (link == "of" || link == "for" || link == "on") {
      if (link != "of" && has_class(head, kEventHead) && !has_class(head, kOrganizationHead))
        return at;
      if (link == "of" && is_occasional(head, at)) return at;
      if (lower(begin) == "the") ++begin;
      return is_name(begin) ? part_end(begin) : at;
    }
    if (link == "the" || !linked) return at;
    if (link == "and" || link == "&")
      return is_name(begin) && !stands_alone(begin) ? part_end(begin) : at;
    if (link == ",") return list_end(begin, at);
    return at;
  }

  /// "Statement of November 9" and "the Government of Armenia" name no new thing by themselves.
  bool is_occasional(std::uint32_t head, std::uint32_t at) const {
    return month_number(lower(at + 1)) > 0 || lower(head) == "government" || lower(head) == "state";
  }

  std::uint32_t part_end(std::uint32_t begin) const {
    NameInfo info;
    const std::uint32_t end = run_end(begin);
    const std::uint32_t known = known_name(units_, begin, end, lexicon_, info);
    if (known > 0 && info.is(kCountry) && begin + known < end) return begin + known;
    // A person's title and name behind the organisation's name are not part of it.
    for (std::uint32_t i = begin + 1; i < end; ++i) {
      const bool person = (units_[i].kinds & kGivenName) != 0 && i + 1 < end &&
                          !lexicon_.word(units_[i].lower).known();
      if (person || is_honorific(i)) return i;
      if (has_class(i, kTitle) && title_end(i, end) > i && i + 1 < end) return i;
    }
    return end;
  }

  /// ", Emergencies and Disaster Relief": a list is part of the name when "and" closes it soon.
  std::uint32_t list_end(std::uint32_t begin, std::uint32_t at) const {
    if (!is_name(begin) || stands_alone(begin)) return at;
    const std::uint32_t end = run_end(begin);
    if (lower(end) == "and" && is_name(end + 1) && !stands_alone(end + 1)) return end;
    return at;
  }

  /// A name in its own right begins here: it is another member of a list of names.
  bool stands_alone(std::uint32_t begin) const {
    const std::uint32_t end = run_end(begin);
    NameInfo info;
    const std::uint32_t known = known_name(units_, begin, end, lexicon_, info);
    if (known > 0 && info.is(kCountry | kOrganization | kCity | kGivenName | kPeople)) return true;
    if (units_[begin].upper || is_honorific(begin)) return true;
    if (title_end(begin, end) > begin) return true;
    return has_class(begin, kOrganizationHead) || has_class(end - 1, kOrganizationHead);
  }

  MentionType type_of_head(std::uint32_t head, bool extended) const {
    if ((units_[head].kinds & kCompanySuffix) != 0) return MentionType::organization;
    const bool organization = has_class(head, kOrganizationHead);
    if (has_class(head, kEventHead) && (!organization || extended)) {
      const std::string& word = lower(head);
      const bool body = organization && (word == "assembly" || word == "league");
      if (!body && !(organization && word == "mission")) return MentionType::event;
    }
    if (organization) return MentionType::organization;
    if (has_class(head, kPlaceHead)) return MentionType::place;
    if (has_class(head, kWorkHead)) return MentionType::work;
    return has_class(head, kProductHead) ? MentionType::product : MentionType::unknown;
  }

  static MentionType type_of(const NameInfo& info) {
    if (info.is(kCountry | kNationality)) return MentionType::country;
    if (info.is(kPeople)) return MentionType::nationality;
    if (info.is(kOrganization)) return MentionType::organization;
    if (info.is(kCity)) return MentionType::city;
    if (info.is(kRegion)) return MentionType::place;
    if (info.is(kPerson)) return MentionType::person;
    if (info.is(kWork)) return MentionType::work;
    if (info.is(kEvent)) return MentionType::event;
    return info.is(kProductHead) ? MentionType::product : MentionType::unknown;
  }

  const std::vector<NameUnit>& units_;
  const Lexicon& lexicon_;
  std::vector<NameSpan> spans_;
  bool pending_title_ = false;
};

}  // namespace

std::uint32_t known_name(const std::vector<NameUnit>& units, std::uint32_t first, std::uint32_t end,
                         const Lexicon& lexicon, NameInfo& info) {
  constexpr std::uint32_t kNames = kCountry | kCity | kRegion | kNationality | kPeople | kPerson |
                                   kGivenName | kSurname | kOrganization | kWork | kEvent;
  std::string joined;
  std::uint32_t best = 0;
  const std::uint32_t limit =
      std::min<std::uint32_t>(static_cast<std::uint32_t>(units.size()),
                              first + static_cast<std::uint32_t>(Lexicon::kLongestName));
  for (std::uint32_t i = first; i < limit; ++i) {
    const bool link = units[i].lower == "of" || units[i].lower == "the" || units[i].lower == "and";
    if (i >= end && !units[i].name && !link) break;
    joined += (joined.empty() ? "" : " ") + units[i].text;
    const NameInfo found = lexicon.name(joined);
    if (!found.is(kNames) || (i > first && link)) continue;
    best = i + 1 - first;
    info = found;
  }
  return best;
}

std::vector<NameSpan> find_name_spans(const std::vector<NameUnit>& units, const Lexicon& lexicon) {
  return SpanFinder(units, lexicon).find();
}

}  // namespace dossier::extract
