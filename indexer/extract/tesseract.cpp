#include <dlfcn.h>

#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/extract/text_recognizer.hpp"

namespace izde::indexer {
namespace {

// The C interface of Tesseract (capi.h), as much of it as is used: stable within a major version, whose
// number the library's name holds.
struct Api;
struct Monitor;
struct Results;
struct PageResults;

constexpr int kLstmOnly = 1;  // TessOcrEngineMode
constexpr int kTextLine = 2;  // TessPageIteratorLevel
constexpr int kWord = 3;
constexpr const char* kLibrary = "libtesseract.so.5";

/// Law is printed in both languages, often on one page, with summaries in English. A page begins in the first
/// language and goes on in the next one where a word is doubtful: on pages of some lines Kazakh first reads
/// the Russian «щ» as «ц», for such words seem good enough to it. Forty drawn lines of Kazakh, of Russian and
/// of both give .939, .976 and .957 of their words in either order; without Russian .889 of the Russian ones.
constexpr const char* kLanguages = "rus+kaz+eng";

/// Page segmentation and recognition of a dense page take 3 to 6 s.
constexpr int kMostMilliseconds = 60'000;

/// Words that it is less sure of, from 0 to 100, are specks, lines and seals.
constexpr float kLeastConfidence = 20;

constexpr double kPointsPerInch = 72;

/// A line's height from its deepest to its highest letter, in sizes of its font.
constexpr double kLineHeight = 1.2;

class Library {
  public:
    Library() : handle_(::dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL)) {
        if (handle_ == nullptr) {
            throw RecognizerUnavailable(
                "scanned pages are read by Tesseract, which is not installed: install the packages "
                "libtesseract5, tesseract-ocr-kaz and tesseract-ocr-rus");
        }
    }
    // Never closed: what it has registered with the run-time outlives it.

    template <typename Function>
    void find(Function*& function, const char* name) const {
        function = reinterpret_cast<Function*>(::dlsym(handle_, name));
        if (function == nullptr)
            throw RecognizerUnavailable(std::string(kLibrary) + " has no function " + name);
    }

  private:
    void* handle_;
};

struct Functions {
    explicit Functions(const Library& library) {
        library.find(create, "TessBaseAPICreate");
        library.find(destroy, "TessBaseAPIDelete");
        library.find(init, "TessBaseAPIInit2");
        library.find(set_variable, "TessBaseAPISetVariable");
        library.find(loaded_languages, "TessBaseAPIGetLoadedLanguagesAsVector");
        library.find(delete_texts, "TessDeleteTextArray");
        library.find(set_image, "TessBaseAPISetImage");
        library.find(set_resolution, "TessBaseAPISetSourceResolution");
        library.find(recognize, "TessBaseAPIRecognize");
        library.find(clear, "TessBaseAPIClear");
        library.find(create_monitor, "TessMonitorCreate");
        library.find(delete_monitor, "TessMonitorDelete");
        library.find(set_deadline, "TessMonitorSetDeadlineMSecs");
        library.find(results, "TessBaseAPIGetIterator");
        library.find(delete_results, "TessResultIteratorDelete");
        library.find(places, "TessResultIteratorGetPageIterator");
        library.find(next, "TessResultIteratorNext");
        library.find(text, "TessResultIteratorGetUTF8Text");
        library.find(delete_text, "TessDeleteText");
        library.find(confidence, "TessResultIteratorConfidence");
        library.find(box, "TessPageIteratorBoundingBox");
    }

    Api* (*create)();
    void (*destroy)(Api*);
    int (*init)(Api*, const char* data_path, const char* languages, int engine);
    int (*set_variable)(Api*, const char* name, const char* value);
    char** (*loaded_languages)(const Api*);
    void (*delete_texts)(char**);
    void (*set_image)(Api*, const unsigned char*, int width, int height, int bytes_per_dot,
                      int bytes_per_row);
    void (*set_resolution)(Api*, int dots_per_inch);
    int (*recognize)(Api*, Monitor*);
    void (*clear)(Api*);
    Monitor* (*create_monitor)();
    void (*delete_monitor)(Monitor*);
    void (*set_deadline)(Monitor*, int milliseconds);
    Results* (*results)(Api*);
    void (*delete_results)(Results*);
    PageResults* (*places)(Results*);
    int (*next)(Results*, int level);
    char* (*text)(const Results*, int level);
    void (*delete_text)(const char*);
    float (*confidence)(const Results*, int level);
    int (*box)(const PageResults*, int level, int* left, int* top, int* right, int* bottom);
};

template <typename Handle>
using Owned = std::unique_ptr<Handle, void (*)(Handle*)>;

class Tesseract final : public TextRecognizer {
  public:
    Tesseract() : functions_(Library()), api_(functions_.create(), functions_.destroy) {
        functions_.set_variable(api_.get(), "debug_file", "/dev/null");
        if (functions_.init(api_.get(), nullptr, kLanguages, kLstmOnly) != 0 || !has("kaz") || !has("rus")) {
            throw RecognizerUnavailable(
                "Tesseract lacks its Kazakh or its Russian data: install the packages tesseract-ocr-kaz and "
                "tesseract-ocr-rus");
        }
    }

    std::vector<PlacedWord> read(const PagePicture& picture) override {
        functions_.set_image(api_.get(), reinterpret_cast<const unsigned char*>(picture.dots), picture.width,
                             picture.height, 1, picture.bytes_per_row);
        functions_.set_resolution(api_.get(), static_cast<int>(std::lround(picture.dots_per_inch)));
        std::vector<PlacedWord> words;
        if (recognize()) words = words_of(kPointsPerInch / picture.dots_per_inch);
        functions_.clear(api_.get());
        return words;
    }

  private:
    bool has(std::string_view language) const {
        char** const loaded = functions_.loaded_languages(api_.get());
        bool is_there = false;
        for (char** one = loaded; one != nullptr && *one != nullptr; ++one) is_there |= *one == language;
        if (loaded != nullptr) functions_.delete_texts(loaded);
        return is_there;
    }

    bool recognize() const {
        const Owned<Monitor> monitor(functions_.create_monitor(), functions_.delete_monitor);
        functions_.set_deadline(monitor.get(), kMostMilliseconds);
        return functions_.recognize(api_.get(), monitor.get()) == 0;
    }

    std::vector<PlacedWord> words_of(double points) const {
        std::vector<PlacedWord> words;
        const Owned<Results> results(functions_.results(api_.get()), functions_.delete_results);
        if (results == nullptr) return words;
        const PageResults* const places = functions_.places(results.get());
        do {
            const Owned<const char> text(functions_.text(results.get(), kWord), functions_.delete_text);
            int left = 0, top = 0, right = 0, bottom = 0;
            int above = 0, below = 0, unused = 0;
            if (text == nullptr || *text == '\0' ||
                functions_.confidence(results.get(), kWord) < kLeastConfidence ||
                functions_.box(places, kWord, &left, &top, &right, &bottom) == 0 ||
                functions_.box(places, kTextLine, &unused, &above, &unused, &below) == 0)
                continue;
            // A word's own box depends on its letters; its line's is the same for all words in it.
            PlacedWord word;
            word.text = text.get();
            word.left = left * points;
            word.right = right * points;
            word.top = above * points;
            word.bottom = below * points;
            word.size = std::round((below - above) * points / kLineHeight);
            words.push_back(std::move(word));
        } while (functions_.next(results.get(), kWord) != 0);
        return words;
    }

    Functions functions_;
    Owned<Api> api_;
};

}  // namespace

std::unique_ptr<TextRecognizer> make_text_recognizer() {
    // Its threads would take cores that other workers use, and a page no less time.
    // NOLINTNEXTLINE(concurrency-mt-unsafe): a worker has one thread until then
    ::setenv("OMP_THREAD_LIMIT", "1", 0);
    return std::make_unique<Tesseract>();
}

}  // namespace izde::indexer
