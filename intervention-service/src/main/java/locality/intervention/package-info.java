/// What the money is spent on, how far it is, and what it changes: one package per feature, and the
/// few manners all of them share.
@NullMarked
package locality.intervention;

import org.jspecify.annotations.NullMarked;
