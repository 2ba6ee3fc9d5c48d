// dossier ingest: documents in, facts out.

#include "repl/commands/make.h"
#include "repl/database.h"
#include "repl/ingest_files.h"

namespace dossier::repl {
namespace {

class IngestCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base; made when missing");
    arguments.required_list("PATH", paths_, std::string(kDocumentsHelp));
    arguments.flag("--recursive", recursive_, "folders of folders, too");
    arguments.option("--rules", rules_, "DIR",
                     "further rules (*.rq); one of a shipped one's name replaces it");
    arguments.flag("--quiet", quiet_, "no progress and no report");
  }

  ExitStatus run(Console& console) override {
    IngestOptions options;
    if (rules_) options.rules = Rules::with_folder(*rules_);
    const DocumentPaths paths = document_paths(paths_, recursive_);
    KnowledgeBase kb = open_database(path_, storage::OpenMode::create);
    return ingest_files(kb, paths, options, quiet_, console) == 0 ? ExitStatus::done
                                                                  : ExitStatus::failed;
  }

 private:
  std::string path_;
  std::vector<std::string> paths_;
  std::optional<std::string> rules_;
  bool recursive_ = false;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_ingest_command() { return std::make_unique<IngestCommand>(); }

}  // namespace dossier::repl
