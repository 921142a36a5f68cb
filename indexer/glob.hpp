#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace izde::indexer {

/// A file name pattern: `?` one character, `*` any within a name, `[a-я]` and `[!…]` one of a set, `**` any
/// number of directories; `dir/` is all below `dir`. A pattern without `/` is tried on the last name of the
/// path. Letters are UTF-8; bytes that are not stand for themselves. Time is at most pattern × path, whatever
/// both say.
class Glob {
  public:
    explicit Glob(std::string_view pattern);

    /// Whether the pattern takes the whole of `path`, which is relative and parted by `/`.
    bool matches(std::string_view path) const;

  private:
    enum class Kind { literal, any_character, any_in_name, any, any_directories, set };
    struct Range {
        char32_t first, last;
    };
    struct Part {
        Kind kind = Kind::literal;
        char32_t letter = 0;
        bool is_negated = false;
        std::vector<Range> ranges;
    };
    void parse(std::u32string_view pattern);
    static std::size_t parse_set(std::u32string_view pattern, std::size_t begin, Part& part);
    static bool takes(const Part& part, char32_t letter);

    std::vector<Part> parts_;
    bool is_name_only_ = false;
};

/// Include and exclude patterns together.
class GlobFilter {
  public:
    GlobFilter(const std::vector<std::string>& include, const std::vector<std::string>& exclude);

    bool excludes(std::string_view path) const;  ///< a file, or a directory with all below it
    bool includes_file(std::string_view path) const;

  private:
    std::vector<Glob> include_, exclude_;
};

}  // namespace izde::indexer
