#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/formats.hpp"
#include "indexer/extract/office_metadata.hpp"
#include "indexer/extract/xml_cursor.hpp"
#include "indexer/extract/zip_reader.hpp"

namespace izde::indexer {
namespace {

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

int hex_digit(char one) {
    if (one >= '0' && one <= '9') return one - '0';
    if (one >= 'a' && one <= 'f') return one - 'a' + 10;
    return one >= 'A' && one <= 'F' ? one - 'A' + 10 : -1;
}

/// A reference of the package: %20 and the like decoded, «../» resolved, the fragment left out.
std::string member_of(const std::string& folder, std::string_view reference) {
    std::string path = folder;
    for (std::size_t at = 0; at < reference.size() && reference[at] != '#'; ++at) {
        if (reference[at] == '%' && at + 2 < reference.size() && hex_digit(reference[at + 1]) >= 0 &&
            hex_digit(reference[at + 2]) >= 0) {
            path += static_cast<char>(hex_digit(reference[at + 1]) * 16 + hex_digit(reference[at + 2]));
            at += 2;
        } else {
            path += reference[at];
        }
    }
    for (std::size_t up = path.find("/../"); up != std::string::npos; up = path.find("/../")) {
        const std::size_t parent = up == 0 ? std::string::npos : path.rfind('/', up - 1);
        path.erase(parent == std::string::npos ? 0 : parent + 1,
                   up + 4 - (parent == std::string::npos ? 0 : parent + 1));
    }
    return path;
}

/// The documents of a package in the order of reading.
std::vector<std::string> spine_of(std::string_view package, const std::string& name) {
    std::map<std::string, std::string> manifest;
    std::vector<std::string> spine;
    XmlCursor cursor(package, name);
    while (cursor.next()) {
        if (cursor.is_start("item")) {
            const bool is_navigation = cursor.attribute("properties").find("nav") != std::string::npos;
            if (cursor.attribute("media-type") == "application/xhtml+xml" && !is_navigation)
                manifest[cursor.attribute("id")] = member_of(folder_of(name), cursor.attribute("href"));
        } else if (cursor.is_start("itemref")) {
            const auto item = manifest.find(cursor.attribute("idref"));
            if (item != manifest.end()) spine.push_back(item->second);
        }
    }
    return spine;
}

/// A book has no pages: its documents run on as one, and stand apart by an empty line.
void append(Page&& from, Page& to) {
    if (!to.text.empty()) to.text += '\n';
    const auto shift = static_cast<std::uint32_t>(to.text.size());
    for (LineStyle style : from.styles) {
        style.begin += shift;
        style.end += shift;
        to.styles.push_back(style);
    }
    to.text += from.text;
}

class EpubExtractor final : public Extractor {
  public:
    EpubExtractor() = default;

    Extraction extract(std::string_view bytes, const std::string& path) const override {
        const auto parts = read_zip(bytes, [](std::string_view name) {
            return name == "META-INF/container.xml" || name.ends_with(".opf") || name.ends_with("html") ||
                   name.ends_with(".htm") || name.ends_with(".xml");
        });
        const auto container = parts.find("META-INF/container.xml");
        if (container == parts.end()) throw ExtractError("no META-INF/container.xml: not an EPUB");
        std::string package;
        XmlCursor cursor(container->second, container->first);
        while (package.empty() && cursor.next()) {
            if (cursor.is_start("rootfile")) package = cursor.attribute("full-path");
        }
        const auto opf = parts.find(package);
        if (opf == parts.end())
            throw ExtractError("the package that META-INF/container.xml names is missing");
        Extraction extraction;
        extraction.format = "epub";
        extraction.metadata = read_dublin_core(opf->second, package, DateMeans::publication);
        Page whole;
        for (const std::string& name : spine_of(opf->second, package)) {
            const auto part = parts.find(name);
            if (part == parts.end()) {
                extraction.warnings.push_back(name + " is missing");
                continue;
            }
            Extraction document = html_extractor().extract(part->second, path);
            for (Page& page : document.pages) append(std::move(page), whole);
        }
        extraction.pages.push_back(std::move(whole));
        return extraction;
    }
};

}  // namespace

const Extractor& epub_extractor() {
    static const EpubExtractor extractor;
    return extractor;
}

}  // namespace izde::indexer
