/// Gateways: the points at which due diligence is judged before services and interventions pass to
/// a contract, in blocks of time that follow one another, with what was passed and on which
/// conditions.
@NullMarked
package locality.governance.gateway;

import org.jspecify.annotations.NullMarked;
