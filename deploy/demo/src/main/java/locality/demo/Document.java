package locality.demo;

import java.util.List;

/// A document of the demo: what one caller sends, in order.
///
/// @param name the file, as in `manchester/bodies.json`
record Document(String name, String title, Caller caller, List<Step> steps) {

    Document {
        steps = List.copyOf(steps);
    }

    /// The name of a file that lies beside this one.
    String beside(String file) {
        return name.substring(0, name.lastIndexOf('/') + 1) + file;
    }
}
