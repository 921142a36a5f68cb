#pragma once

#include <xapian.h>

#include <string>

namespace izde::searcher {

/// Documents of files whose path holds a text, byte for byte. Reads the path's value slot alone.
class FileSource final : public Xapian::ValuePostingSource {
  public:
    explicit FileSource(std::string piece);

    void next(double min_weight) override;
    void skip_to(Xapian::docid docid, double min_weight) override;
    bool check(Xapian::docid docid, double min_weight) override;
    FileSource* clone() const override;
    void init(const Xapian::Database& database) override;
    std::string get_description() const override { return "FileSource"; }

  private:
    void find_match();

    std::string piece_;
};

}  // namespace izde::searcher
