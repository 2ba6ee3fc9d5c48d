// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <string>
#include <vector>

#include "tests/bench/generate/graphs.h"

namespace dossier::bench {
namespace {

constexpr const char* kType = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

std::string term(const char* local) { return fmt::format("<urn:bench:university:{}>", local); }

/// How many a department has of a rank, and how many publications each writes.
struct Rank {
  const char* name;
  std::uint64_t least, most;
  std::uint64_t least_publications, most_publications;
};
constexpr Rank kRanks[] = {{"FullProfessor", 7, 10, 15, 20},
                           {"AssociateProfessor", 10, 14, 10, 18},
                           {"AssistantProfessor", 8, 11, 5, 10},
                           {"Lecturer", 5, 7, 0, 5}};
constexpr std::uint64_t kUniversities = 1000;  ///< that degrees may come from

class Department {
 public:
  Department(Writer& out, Random& random, std::uint64_t university, std::uint64_t number)
      : out_(out),
        random_(random),
        university_(fmt::format("<urn:bench:u{}>", university)),
        base_(fmt::format("urn:bench:u{}:d{}", university, number)),
        department_("<" + base_ + ">") {}

  void write() {
    typed(department_, "Department");
    out_.triple(department_, term("subOrganizationOf"), university_);
    for (const Rank& rank : kRanks) faculty(rank);
    out_.triple(professors_.front(), term("headOf"), department_);
    groups();
    students("GraduateStudent", faculty_ * random_.between(3, 4), true);
    students("UndergraduateStudent", faculty_ * random_.between(8, 14), false);
  }

 private:
  std::string member(const char* kind, std::uint64_t number) {
    return fmt::format("<{}:{}{}>", base_, kind, number);
  }
  void typed(const std::string& subject, const char* type) {
    out_.triple(subject, kType, term(type));
  }
  void person(const std::string& subject, const char* kind, std::uint64_t number) {
    typed(subject, kind);
    out_.triple(subject, term("name"), fmt::format("\"{}{}\"", kind, number));
    out_.triple(subject, term("emailAddress"),
                fmt::format("\"{}{}@{}.example\"", kind, number, base_.substr(10)));
    out_.triple(subject, term("telephone"), "\"xxx-xxx-xxxx\"");
  }
  void degree(const std::string& subject, const char* kind) {
    out_.triple(subject, term(kind), fmt::format("<urn:bench:u{}>", random_.below(kUniversities)));
  }

  void faculty(const Rank& rank) {
    const std::uint64_t count = random_.between(rank.least, rank.most);
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::string subject = member(rank.name, i);
      person(subject, rank.name, i);
      out_.triple(subject, term("worksFor"), department_);
      for (const char* kind :
           {"undergraduateDegreeFrom", "mastersDegreeFrom", "doctoralDegreeFrom"})
        degree(subject, kind);
      teach(subject, "Course", courses_);
      teach(subject, "GraduateCourse", graduate_courses_);
      publish(subject, random_.between(rank.least_publications, rank.most_publications));
      professors_.push_back(subject);
      ++faculty_;
    }
  }
  void teach(const std::string& teacher, const char* kind, std::vector<std::string>& courses) {
    const std::uint64_t count = random_.between(1, 2);
    for (std::uint64_t i = 0; i < count; ++i) {
      courses.push_back(member(kind, courses.size()));
      typed(courses.back(), kind);
      out_.triple(courses.back(), term("name"), fmt::format("\"{}{}\"", kind, courses.size() - 1));
      out_.triple(teacher, term("teacherOf"), courses.back());
    }
  }
  void publish(const std::string& author, std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::string subject = member("Publication", publications_++);
      typed(subject, "Publication");
      out_.triple(subject, term("name"), fmt::format("\"Publication{}\"", publications_));
      out_.triple(subject, term("publicationAuthor"), author);
    }
  }
  void groups() {
    const std::uint64_t count = random_.between(10, 20);
    for (std::uint64_t i = 0; i < count; ++i) {
      typed(member("ResearchGroup", i), "ResearchGroup");
      out_.triple(member("ResearchGroup", i), term("subOrganizationOf"), department_);
    }
  }
  void students(const char* kind, std::uint64_t count, bool graduate) {
    const std::vector<std::string>& courses = graduate ? graduate_courses_ : courses_;
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::string subject = member(kind, i);
      person(subject, kind, i);
      out_.triple(subject, term("memberOf"), department_);
      const std::uint64_t taken = graduate ? random_.between(1, 3) : random_.between(2, 4);
      const std::uint64_t first = random_.below(courses.size());
      for (std::uint64_t k = 0; k < taken; ++k)
        out_.triple(subject, term("takesCourse"), courses[(first + k) % courses.size()]);
      if (graduate) degree(subject, "undergraduateDegreeFrom");
      if (graduate || random_.one_in(5))
        out_.triple(subject, term("advisor"), professors_[random_.below(professors_.size())]);
      if (graduate && random_.one_in(4))
        out_.triple(subject, term("teachingAssistantOf"), courses_[random_.below(courses_.size())]);
    }
  }

  Writer& out_;
  Random& random_;
  std::string university_, base_, department_;
  std::vector<std::string> professors_, courses_, graduate_courses_;
  std::uint64_t faculty_ = 0;
  std::uint64_t publications_ = 0;
};

}  // namespace

void university(Writer& out, Random& random, std::uint64_t triples) {
  for (std::uint64_t number = 0; out.triples() < triples; ++number) {
    out.triple(fmt::format("<urn:bench:u{}>", number), kType, term("University"));
    const std::uint64_t departments = random.between(15, 25);
    for (std::uint64_t i = 0; i < departments && out.triples() < triples; ++i)
      Department(out, random, number, i).write();
  }
}

}  // namespace dossier::bench
