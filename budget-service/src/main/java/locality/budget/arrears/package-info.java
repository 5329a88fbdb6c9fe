/// What partners owe the hosts of pooled funds on a day, by how long they have owed it.
@NullMarked
package locality.budget.arrears;

import org.jspecify.annotations.NullMarked;
