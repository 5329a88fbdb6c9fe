package locality.budget.virement;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import locality.budget.agreement.Basis;
import locality.budget.fund.Fund;
import locality.budget.line.BudgetLine;
import locality.platform.money.Pence;

/// What moves between which lines, and the rules it keeps whoever decides it.
///
/// @param lines every line that is named, locked, by its id
/// @param on the day on which it moves, whose bases count
record Moves(List<Move> all, Map<UUID, BudgetLine> lines, LocalDate on) {

    static Moves of(List<Move> all, List<BudgetLine> locked, LocalDate on) {
        return new Moves(
                List.copyOf(all),
                locked.stream().collect(Collectors.toMap(BudgetLine::id, line -> line)),
                on);
    }

    /// As [#of], each line called by its reference, whatever it was called.
    static Moves called(List<Move> all, List<BudgetLine> locked, LocalDate on) {
        var references =
                locked.stream().collect(Collectors.toMap(BudgetLine::id, BudgetLine::reference));
        return of(
                all.stream()
                        .map(
                                move ->
                                        new Move(
                                                move.lineId(),
                                                references.getOrDefault(move.lineId(), move.line()),
                                                move.amountPence()))
                        .toList(),
                locked,
                on);
    }

    /// That each line is named once, with something, and the moves sum to zero.
    ///
    /// @throws VirementRefusal saying which does not hold
    static void requireZeroSum(List<Move> all) {
        var named = new HashSet<UUID>();
        for (var move : all) {
            if (move.amountPence().isZero()) {
                throw new VirementRefusal.MovesNothing(move.line());
            }
            if (!named.add(move.lineId())) {
                throw new VirementRefusal.LineNamedTwice(move.line());
            }
        }
        var got = got(all);
        var sum = Pence.sum(all.stream().map(Move::amountPence).toList());
        if (!sum.isZero()) {
            throw new VirementRefusal.DoesNotSum(got, got.minus(sum), sum);
        }
    }

    /// That money keeps to what it is for: the plan of its lines is approved, capital stays capital
    /// and revenue revenue, none leaves a ring-fence, and on the day on which it moves all of it is
    /// the fund's, none crosses from one basis to another, and where it is not pooled each partner
    /// keeps its own.
    ///
    /// @throws VirementRefusal saying which does not hold, with the sums
    /// @throws locality.budget.line.LineRefusal if a line's money is not the fund's that day
    void requireLawful(Fund fund) {
        lines.values().forEach(line -> requireApproved(fund, line));
        lines.values().forEach(line -> line.requireInTheAgreementOn(on));
        requireKinds();
        requireRingFences();
        requireBases();
        requirePartners();
    }

    /// Whether some of it is the pool's on the day on which it moves.
    boolean isOfThePool() {
        return lines.values().stream().anyMatch(line -> line.basisOn(on) == Basis.POOLED);
    }

    /// That every line that gives has so much, and none that gets is planned as a saving.
    ///
    /// @throws locality.budget.line.LineRefusal with the figures of the line
    void requireRoom() {
        all.forEach(move -> line(move).requireRoomToMove(move.amountPence()));
    }

    /// As [#requireRoom], once what lines are to give was set aside.
    ///
    /// @throws locality.budget.line.LineRefusal if a line that gets is planned as a saving by now
    void requireRoomToGet() {
        all.stream()
                .filter(move -> !move.gives())
                .forEach(move -> line(move).requireRoomToMove(move.amountPence()));
    }

    private static void requireApproved(Fund fund, BudgetLine line) {
        if (line.isWithdrawn() || fund.approvalOf(line.planVersion()).isEmpty()) {
            throw new VirementRefusal.PlanNotApproved(line.reference());
        }
    }

    private void requireKinds() {
        var net = net(BudgetLine::kind);
        if (net.values().stream().anyMatch(sum -> !sum.isZero())) {
            throw new VirementRefusal.CapitalAndRevenue(net);
        }
    }

    /// Money may come into a ring-fence, and stays there.
    private void requireRingFences() {
        net(line -> line.ringFence() == null ? "" : line.ringFence())
                .forEach(
                        (fence, sum) -> {
                            if (!fence.isEmpty() && sum.isNegative()) {
                                throw new VirementRefusal.LeavesRingFence(fence, sum.negated());
                            }
                        });
    }

    private void requireBases() {
        var net = net(line -> line.basisOn(on));
        if (net.values().stream().anyMatch(sum -> !sum.isZero())) {
            throw new VirementRefusal.CrossesBasis(net);
        }
    }

    private void requirePartners() {
        var apart =
                all.stream()
                        .filter(move -> !line(move).basisOn(on).movesCashBetweenPartners())
                        .collect(
                                Collectors.groupingBy(
                                        move -> line(move).commissioner(),
                                        LinkedHashMap::new,
                                        Collectors.reducing(
                                                Pence.ZERO, Move::amountPence, Pence::plus)));
        if (apart.values().stream().anyMatch(sum -> !sum.isZero())) {
            throw new VirementRefusal.BetweenPartners(apart);
        }
    }

    private <K> Map<K, Pence> net(Function<BudgetLine, K> group) {
        return all.stream()
                .collect(
                        Collectors.groupingBy(
                                move -> group.apply(line(move)),
                                LinkedHashMap::new,
                                Collectors.reducing(Pence.ZERO, Move::amountPence, Pence::plus)));
    }

    /// Moves the money at once.
    void make() {
        for (var move : all) {
            if (move.gives()) {
                line(move).give(move.size());
            } else {
                line(move).receive(move.size());
            }
        }
    }

    /// Sets aside what lines are to give.
    void request() {
        all.stream().filter(Move::gives).forEach(move -> line(move).request(move.size()));
    }

    /// Moves what was set aside.
    void makeRequested() {
        for (var move : all) {
            if (move.gives()) {
                line(move).giveRequested(move.size());
            } else {
                line(move).receive(move.size());
            }
        }
    }

    /// Frees what was set aside.
    void drop() {
        all.stream().filter(Move::gives).forEach(move -> line(move).dropRequested(move.size()));
    }

    /// What moves in all: the sum of what lines get.
    Pence amount() {
        return got(all);
    }

    /// Whose money it is: what a line gives is its commissioner's.
    Map<String, Pence> owners() {
        return all.stream()
                .filter(Move::gives)
                .collect(
                        Collectors.groupingBy(
                                move -> line(move).commissioner(),
                                LinkedHashMap::new,
                                Collectors.reducing(Pence.ZERO, Move::size, Pence::plus)));
    }

    /// On which basis: pooled where all of it is.
    Basis basis() {
        var bases = lines.values().stream().map(line -> line.basisOn(on)).distinct().toList();
        return bases.size() == 1 ? bases.getFirst() : Basis.ALIGNED;
    }

    Map<UUID, Pence> byLine() {
        return all.stream().collect(Collectors.toMap(Move::lineId, Move::amountPence));
    }

    private BudgetLine line(Move move) {
        return Objects.requireNonNull(lines.get(move.lineId()));
    }

    private static Pence got(List<Move> moves) {
        return Pence.sum(moves.stream().filter(move -> !move.gives()).map(Move::size).toList());
    }
}
