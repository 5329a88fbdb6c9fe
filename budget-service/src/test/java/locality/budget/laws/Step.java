package locality.budget.laws;

import java.util.Random;

/// One step of a sequence. What it picks is counted among what there is when it is taken, so that a
/// sequence from which steps are left out can still be walked.
///
/// @param pick which of the things it may be about
/// @param pence how much, from 1 on
/// @param days how many days after the year's beginning, counted round
/// @param other whether it is the rarer form of its command
record Step(Command command, int pick, long pence, int days, boolean other) {

    private static final long MOST = 600;

    static Step any(Random random) {
        return new Step(
                Command.any(random),
                random.nextInt(1000),
                random.nextLong(1, MOST + 1),
                random.nextInt(366),
                random.nextInt(4) == 0);
    }
}
