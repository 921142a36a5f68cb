#pragma once

#include <string>
#include <vector>

namespace izde::tests {

/// A PDF of these objects, the first of which is the catalogue, with correct offsets.
inline std::string pdf_of_objects(const std::vector<std::string>& objects) {
    std::string text = "%PDF-1.4\n";
    std::string table = "0000000000 65535 f \n";
    for (std::size_t number = 0; number < objects.size(); ++number) {
        const std::string offset = std::to_string(text.size());
        table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
        text += std::to_string(number + 1) + " 0 obj\n" + objects[number] + "\nendobj\n";
    }
    const std::string start = std::to_string(text.size());
    return text + "xref\n0 " + std::to_string(objects.size() + 1) + "\n" + table + "trailer\n<< /Size " +
           std::to_string(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

/// A stream object.
inline std::string pdf_stream(const std::string& content, const std::string& more = "") {
    return "<< /Length " + std::to_string(content.size()) + more + " >>\nstream\n" + content + "\nendstream";
}

/// A PDF of one page a text (its content stream, in font F1).
inline std::string make_pdf(const std::vector<std::string>& pages) {
    std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>"};
    std::string kids;
    for (std::size_t page = 0; page < pages.size(); ++page) kids += std::to_string(4 + 2 * page) + " 0 R ";
    objects.push_back("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>");
    objects.emplace_back("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (std::size_t page = 0; page < pages.size(); ++page) {
        objects.push_back(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            "/Contents " +
            std::to_string(5 + 2 * page) + " 0 R >>");
        objects.push_back(pdf_stream(pages[page]));
    }
    return pdf_of_objects(objects);
}

}  // namespace izde::tests
