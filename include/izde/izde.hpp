#pragma once

/// izde: full-text search for Kazakh and Russian legal scholarship.
///
/// The whole public C++ interface. All text is UTF-8; all offsets are half-open byte ranges. Every function
/// and method reports failure by throwing `izde::Error` and nothing else (but std::bad_alloc). The library
/// reads no configuration, looks at no environment variable and prints nothing.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#if defined(__GNUC__)
#define IZDE_EXPORT __attribute__((visibility("default")))
#else
#define IZDE_EXPORT
#endif

namespace izde {

enum class Language : std::uint8_t { unknown, kazakh, russian, english, mixed };

/// Why a call failed.
enum class ErrorCode : std::uint8_t {
    invalid_argument,  ///< the caller's value is unusable
    query_syntax,      ///< `Error::position` says where
    index_not_found,   ///< no index in that directory
    index_format,      ///< an index of another version or another analysis: build it again
    index_corrupt,
    index_locked,  ///< another process writes it
    not_found,     ///< no work with that id
    io,
    internal,
};

/// The one exception type of this interface.
class IZDE_EXPORT Error : public std::runtime_error {
  public:
    Error(ErrorCode code, const std::string& message, std::optional<std::size_t> position = std::nullopt,
          std::map<Language, std::string> translations = {});
    ~Error() override;
    ErrorCode code() const noexcept { return code_; }
    /// Byte offset in the query, for `query_syntax`.
    std::optional<std::size_t> position() const noexcept { return position_; }
    /// `what()` for readers of Kazakh or Russian: errors of queries have both; what has neither is English.
    std::string message(Language language) const;

  private:
    ErrorCode code_;
    std::optional<std::size_t> position_;
    std::shared_ptr<const std::map<Language, std::string>>
        translations_;  // an exception's copy must not throw
};

/// "0.1.0"
IZDE_EXPORT std::string_view version() noexcept;

enum class WorkKind : std::uint8_t { document, article, section, provision, book, decision };
IZDE_EXPORT std::string_view code_of(Language language) noexcept;  ///< "und", "kk", "ru", "en", "mixed"
IZDE_EXPORT std::string_view name_of(WorkKind kind) noexcept;      ///< "document", "article" …

// ---------------------------------------------------------------------------------------------------------
// Searching

/// What made a form of the text a match.
enum class MatchedBy : std::uint8_t { typed, loose, thesaurus, translation };
IZDE_EXPORT std::string_view name_of(MatchedBy by) noexcept;

/// A matched form: bytes of the text it stands beside.
struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
    MatchedBy by = MatchedBy::typed;
};

/// A page: as printed and as counted. Either may be unknown.
struct PageNumber {
    std::string label;                   ///< "" where the text shows none
    std::optional<std::uint32_t> index;  ///< physical page of the file, from 1
};

/// A passage of a work, as it stands in the work's text.
struct Snippet {
    std::string text;
    std::vector<Mark> marks;  ///< ascending, never overlapping
    PageNumber page;
    std::string heading;  ///< of the section that it stands in; "" where the work has none
};

/// The same act, or article of it, in another language.
struct Twin {
    std::string id;
    std::string title;
    Language language = Language::unknown;
};

/// The same work in another file: an article as PDF and as DOCX.
struct FileCopy {
    std::string id;
    std::string path;
    PageNumber page;  ///< on which it begins
};

/// One answer.
struct Hit {
    std::string id;
    double score = 0;
    std::string title;  ///< "" where unknown
    std::vector<std::string> authors;
    std::optional<int> year;
    Language language = Language::unknown;
    WorkKind kind = WorkKind::document;
    std::string path;  ///< of the file, as the corpus named it; bytes, usually UTF-8
    PageNumber page;   ///< of the first snippet, else of the work's beginning
    std::vector<Snippet> snippets;
    std::string explanation;         ///< what earned the score, one line a part; only if asked for
    std::uint64_t more_in_file = 0;  ///< further hits of the same file or issue; only where they are grouped
    std::string container;           ///< the journal or the proceedings that it stands in; "" where unknown
    std::string volume;              ///< of that, as printed: "№ 3"; "" where unknown
    std::string pages;               ///< of the whole work, as printed: "12", "12–17"; "" where unknown
    std::uint64_t content_hash = 0;  ///< changes when anything does that is indexed of the work
    std::string act;                 ///< id of the act that the work is or is an article of; "" for none
    std::string provision;           ///< that article: "35"; "" for the whole
    std::optional<Twin> twin;        ///< only of acts
    std::vector<FileCopy> copies;    ///< the same work in other files, among the first 500 answers
};

/// What readers call an act of law: "ҚР Еңбек кодексі (2015)", "Трудовой кодекс РК (2015)".
struct ActName {
    std::string kazakh, russian;
};

/// Answers to one request.
struct Results {
    std::vector<Hit> hits;
    std::uint64_t total = 0;
    bool total_is_exact = true;  ///< always, up to 10,000
    std::string interpreted_as;  ///< the query as it was understood, in izde's own query language
    std::string suggestion;      ///< another query that may have been meant; "" where there is none
    /// The query as typed found nothing, or half of its words stand in no work: the answers are those of
    /// `suggestion`, which is also what `interpreted_as` says.
    bool suggestion_applied = false;
    /// "language", "kind", "year", "author", "volume", "cites" (ids of acts), "file": the 20 most frequent
    /// values among the first 10,000 answers, most frequent first; only if asked for.
    std::map<std::string, std::vector<std::pair<std::string, std::uint64_t>>> facets;
    std::map<std::string, ActName> act_names;  ///< of the acts among the facets, by id
    std::chrono::microseconds took{0};
};

/// In which order answers come. By year: equal years by relevance, works without a year last.
enum class Order : std::uint8_t { relevance, newest, oldest };

/// A question.
struct SearchRequest {
    std::string query;
    std::size_t offset = 0;
    std::size_t limit = 10;
    bool operators = true;  ///< false: every character of the query is plain words (pasted questions)
    bool snippets = true;
    bool explain = false;
    Order order = Order::relevance;
    /// Of each volume only its best hit, among the first 500 answers: of a file, and of an issue whose
    /// articles are files of their own (the same container, volume and year).
    bool group_files = false;
    bool facets = false;
};

/// How a reference to a work is written.
enum class CitationStyle : std::uint8_t {
    gost,      ///< ГОСТ Р 7.0.5-2008
    bibtex,    ///< the key of an entry is the work's id
    ris,       ///< lines ended by CR LF
    csl_json,  ///< one array of items
};

/// A whole work, or a part of it.
struct Passage {
    Hit work;  ///< without snippets and score
    std::string text;
    std::vector<Mark> marks;
    PageNumber first_page, last_page;
};

/// A term of a concept, and how many works hold it.
struct ConceptTerm {
    std::string text;
    Language language = Language::unknown;
    std::uint64_t works = 0;
};

/// A concept of the thesaurus: its terms, its neighbours, and what the index holds of it.
struct ConceptView {
    std::vector<ConceptTerm> terms;
    std::string domain, note;
    /// Neighbours as "Kazakh term = Russian term"; `broader` from the nearest to the widest, `related` of the
    /// same broader concept.
    std::vector<std::string> broader, narrower, related;
    std::uint64_t works = 0;                             ///< that hold one of the terms at least
    std::map<std::string, std::uint64_t> works_by_year;  ///< of these, those whose year is known
};

/// What a searcher knows beside its index.
struct SearcherOptions {
    /// Tables of translations as `learn_translations` writes them, beside the one that is built in.
    std::vector<std::string> translations;
    /// Thesauri in the form of thesaurus/legal.tsv, beside the one that is built in.
    std::vector<std::string> thesauri;
    bool built_in_thesaurus = true;
};

/// An opened index. Thread-safe: any number of threads may call any method at once.
/// A search sees the index as of one commit; commits made since by an indexer are seen by later calls.
class IZDE_EXPORT Searcher {
  public:
    /// Opens the index directory. Throws Error (index_not_found, index_format, index_corrupt; for a file of
    /// the options invalid_argument, naming file and line).
    explicit Searcher(const std::string& directory, const SearcherOptions& options = {});
    ~Searcher();
    Searcher(Searcher&& other) noexcept;
    Searcher& operator=(Searcher&& other) noexcept;

    /// Answers a request. Throws Error (query_syntax with position, index_corrupt).
    Results search(const SearchRequest& request) const;

    /// A work's text: all of it, or what stands on the page with that label, or around the best matches of a
    /// query. Matches of `query` are marked. Throws Error (not_found).
    Passage show(const std::string& id, const std::string& page_label = "",
                 const std::string& query = "") const;

    /// The works most like this one, the best first, with one snippet each. Throws Error (not_found).
    std::vector<Hit> similar(const std::string& id, std::size_t limit = 10) const;

    /// References to works, each ended by a line end. Throws Error (not_found).
    std::string cite(const std::vector<std::string>& ids, CitationStyle style) const;

    /// The concepts of the thesaurus that `text` names; empty where it names none. Throws Error.
    std::vector<ConceptView> concepts(const std::string& text) const;

    std::uint64_t size() const;  ///< works in the index

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// ---------------------------------------------------------------------------------------------------------
// Indexing

/// What to index, where to.
struct IndexOptions {
    std::vector<std::string> corpus;            ///< directories or files
    std::string directory;                      ///< of the index; made where it is absent
    std::vector<std::string> include, exclude;  ///< globs on the path below its root; no include means all
    bool prune = false;    ///< a root that is missing or empty loses its works instead of being an error
    bool rebuild = false;  ///< starts anew
    unsigned shards = 2;   ///< of a new index; an existing one keeps its number
    /// What the run may take of memory, its reading processes included, from 512 MB on; 0: some 80 MB, and 2
    /// GB in each reading process for files that need it.
    std::uint64_t memory_bytes = 0;
    /// Pages of PDF files that are pictures are read by Tesseract 5, with its data for Kazakh and Russian;
    /// where it is not installed the run fails. A second to six a page.
    bool ocr = false;
};

/// How far a run is.
struct IndexProgress {
    std::uint64_t files_done = 0, files_total = 0;
    std::uint64_t bytes_done = 0, bytes_total = 0;
    std::uint64_t works = 0;
    std::chrono::milliseconds elapsed{0};
    std::string current;  ///< a file being read
};

/// A file that holds no works in the index, and why.
struct SkippedFile {
    std::string path;
    std::string cause;
    bool is_failure = false;  ///< false: passed over by rule (format unknown, excluded, empty)
};

/// What a run did.
struct IndexReport {
    std::uint64_t files_added = 0, files_changed = 0, files_removed = 0, files_unchanged = 0;
    std::uint64_t works_added = 0, works_changed = 0, works_removed = 0, works_unchanged = 0;
    std::uint64_t works_total = 0;
    std::uint64_t bytes_read = 0;
    std::map<std::string, std::uint64_t> works_by_language;  ///< of the whole index, by language code
    std::vector<SkippedFile> skipped;
    std::vector<std::string> warnings;  ///< "path: cause"
    std::chrono::milliseconds elapsed{0};
};

/// What a run did with a file.
enum class FileAction : std::uint8_t { added, changed, unchanged, removed, skipped, failed };
IZDE_EXPORT std::string_view name_of(FileAction action) noexcept;

/// A file's fate in a run.
struct FileFate {
    std::string path;
    FileAction action = FileAction::failed;
    std::string cause;             ///< why it has no works, or why a line of it or a file in it has none
    std::string format, encoding;  ///< "" where it was not read; binary formats have no encoding
    std::uint64_t pages = 0;       ///< 0 where it was not read, or the format's lines are works
    std::uint64_t works = 0;
    std::uint64_t characters = 0;  ///< of the works' texts; 0 where it was not read
    std::chrono::microseconds elapsed{0};
};

/// Brings an index up to date with a corpus. `on_progress` is called from the calling thread, several times a
/// second; `on_file` once for every file, when its fate is decided, from any thread of the run, one call at a
/// time. Both may be empty; what they throw stops the run. Returning normally means all was committed; a
/// broken file is reported, not thrown. Throws Error (index_locked, index_format, io, invalid_argument).
IZDE_EXPORT IndexReport build_index(const IndexOptions& options,
                                    const std::function<void(const IndexProgress&)>& on_progress = {},
                                    const std::function<void(const FileFate&)>& on_file = {});

/// What `follow_index` asks and tells, from the calling thread; all three must be set.
struct FollowCallbacks {
    std::function<bool()> is_stopped;  ///< asked several times a second
    std::function<void(const IndexReport&)>
        on_report;                                 ///< after each run that changed something, and the first
    std::function<void(const Error&)> on_failure;  ///< a later run failed; the next one tries again
};

/// Brings an index up to date and keeps it so: again after every change below the corpus, a second after it
/// has come to rest, and once a minute in any case. Searchers see what was committed with their next search.
/// Returns when stopped; a run in progress ends at its last commit. Throws what the first run throws.
IZDE_EXPORT void follow_index(const IndexOptions& options, const FollowCallbacks& callbacks);

/// What an index holds.
struct IndexStatistics {
    std::uint64_t works = 0, files = 0;
    std::uint64_t text_bytes = 0;                            ///< of the stored texts
    std::uint64_t index_bytes = 0;                           ///< on disk
    std::uint64_t stems = 0;                                 ///< different ones
    std::uint64_t words = 0;                                 ///< occurrences
    std::map<std::string, std::uint64_t> works_by_language;  ///< by language code
    std::map<std::string, std::uint64_t> works_by_kind;
    std::map<int, std::uint64_t> works_by_year;            ///< of those whose year is known
    std::map<std::string, std::uint64_t> files_by_suffix;  ///< ".pdf"; "" where a name has none
    std::vector<SkippedFile> skipped;                      ///< by the last run over their root
};

/// Counts what an index holds; reads all of it but the texts. Throws Error (index_not_found, index_format,
/// index_corrupt).
IZDE_EXPORT IndexStatistics index_statistics(const std::string& directory);

/// What a look at every record of an index found.
struct IndexCheck {
    std::uint64_t works = 0, files = 0;
    std::vector<std::string> damages;  ///< of the index itself, a line each, at most 100; empty: it is sound
    std::vector<std::string> lost;     ///< files that are gone from the disk though the index has their works
    std::vector<std::string> changed;  ///< files that the next run will read again
};

/// Reads the whole index and looks at every file that it knows; writes nothing. Throws Error
/// (index_not_found, index_format).
IZDE_EXPORT IndexCheck check_index(const std::string& directory);

/// Bytes of an index on disk.
struct CompactReport {
    std::uint64_t bytes_before = 0, bytes_after = 0;
};

/// Writes an index anew without the free space that updates leave. Searches go on meanwhile; a kill leaves
/// the index as it was. Throws Error (index_not_found, index_locked, index_format, io).
IZDE_EXPORT CompactReport compact_index(const std::string& directory);

/// What the segmenter saw.
struct SegmentEvidence {
    std::string rule, text;
    std::uint32_t page = 0;
};

/// A work that a file is cut into.
struct Segment {
    std::string id, title;
    std::vector<std::string> authors;
    std::optional<int> year;
    Language language = Language::unknown;
    WorkKind kind = WorkKind::document;
    PageNumber first_page, last_page;
    std::string text;
    std::vector<SegmentEvidence> evidence;
};

/// Cuts one file into works, without an index. What cannot be read of a file that holds many (a line of JSON
/// Lines, a file in an archive) is told to `on_failure`, with its place, and the rest is read; without
/// `on_failure` it is an error like a file that cannot be read at all. `ocr` as in IndexOptions. Throws Error
/// (io, invalid_argument).
IZDE_EXPORT std::vector<Segment> segment_file(const std::string& path,
                                              const std::function<void(const SkippedFile&)>& on_failure = {},
                                              bool ocr = false);

// ---------------------------------------------------------------------------------------------------------
// Learning

/// What was learned.
struct LearnReport {
    std::uint64_t pairs = 0;                            ///< sentence pairs with words on both sides
    std::uint64_t kazakh_words = 0, russian_words = 0;  ///< different stems
    std::uint64_t acts = 0;          ///< acts, and articles of acts, found in both languages in the index
    std::uint64_t translations = 0;  ///< rows of the table
};

/// Learns weighted word translations from parallel texts (TSV files, a Kazakh sentence and its Russian
/// translation a line, in either order of columns) and, where `index` is not empty, from the acts that this
/// index holds in both languages, aligned by paragraphs; writes the table `out`. Throws Error
/// (invalid_argument, naming file and line; index_not_found, index_format, index_corrupt).
IZDE_EXPORT LearnReport learn_translations(const std::vector<std::string>& parallel, const std::string& out,
                                           const std::string& index = "");

// ---------------------------------------------------------------------------------------------------------
// Analysis

/// A token and every form of it, as the index sees it.
struct AnalyzedToken {
    std::size_t begin = 0, end = 0;
    std::uint32_t position = 0;
    std::string kind;
    Language language = Language::unknown;
    bool is_stopword = false;
    std::string exact, stem, loose, alternative_stem;
};

/// Tokens of a text. `Language::unknown` decides by the text, as the indexer does for a paragraph.
IZDE_EXPORT std::vector<AnalyzedToken> analyze(std::string_view text, Language language = Language::unknown);

/// Stems single words. One object belongs to one thread.
class IZDE_EXPORT WordStemmer {
  public:
    explicit WordStemmer(Language language);
    ~WordStemmer();
    WordStemmer(WordStemmer&& other) noexcept;
    WordStemmer& operator=(WordStemmer&& other) noexcept;
    /// The stem, valid until the next call.
    std::string_view stem(std::string_view word);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// ---------------------------------------------------------------------------------------------------------
// JSON: what the command prints with --json; README.md documents the keys. One line, without a line end;
// bytes that are no UTF-8 (paths may hold some) become U+FFFD.

IZDE_EXPORT std::string to_json(const Results& results, const std::string& query, bool explains = false);
IZDE_EXPORT std::string to_json(const Segment& segment);
IZDE_EXPORT std::string to_json(const Hit& hit);
IZDE_EXPORT std::string to_json(const Passage& passage);
IZDE_EXPORT std::string to_json(const ConceptView& view);
IZDE_EXPORT std::string to_json(const AnalyzedToken& token);
IZDE_EXPORT std::string to_json(const IndexStatistics& statistics);
IZDE_EXPORT std::string to_json(const IndexCheck& check);
IZDE_EXPORT std::string to_json(const FileFate& fate);

}  // namespace izde
