package locality.governance.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.MeetingState;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.PersonalData;
import locality.governance.recorder.Recorder;
import locality.governance.scrutiny.QuotaOfReport;
import locality.platform.event.BoardEvent.MeetingChanged;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Puts papers with items of agendas, and keeps every version of what they say.
@ApplicationScoped
class PublishPaper {

    private final Papers papers;
    private final Contents contents;
    private final Meetings meetings;
    private final QuotaOfReport quotas;
    private final Recorder recorder;
    private final EventLog eventLog;
    private final Event<PaperAsks> recommendations;

    PublishPaper(
            Papers papers,
            Contents contents,
            Meetings meetings,
            QuotaOfReport quotas,
            Recorder recorder,
            EventLog eventLog,
            Event<PaperAsks> recommendations) {
        this.papers = papers;
        this.contents = contents;
        this.meetings = meetings;
        this.quotas = quotas;
        this.recorder = recorder;
        this.eventLog = eventLog;
        this.recommendations = recommendations;
    }

    /// What is to be published.
    ///
    /// @param scrutinyQuota the one a scrutiny report counts for, by id or reference; null for the
    ///   only one there is
    /// @param exemption null when it is open
    /// @param publishedOn null for today
    record Publication(
            FrontSheet frontSheet,
            PaperKind kind,
            @Nullable String scrutinyQuota,
            @Nullable Integer backgroundYears,
            @Nullable Exemption exemption,
            @Nullable LocalDate publishedOn,
            Provenance provenance) {}

    /// Where the content of a paper is kept, if not here.
    record Link(String url, String sha256, String mediaType) {}

    @Transactional
    Paper handle(String meeting, int item, Publication publication, @Nullable Link link) {
        var found = meetings.requireAlone(meeting);
        recorder.requireWriting(found.locality(), "meeting", meeting);
        found.requireItem(item);
        publication.frontSheet.requirePostsOnly();
        PersonalData.requireNone(
                "exempt.reason",
                publication.exemption == null ? null : publication.exemption.reason());
        var paper = paper(found, item, publication);
        papers.persist(paper);
        eventLog.append(paper.published());
        if (link != null) {
            keep(
                    paper,
                    Content.linked(paper.nextContent(), link.mediaType, link.sha256, link.url),
                    null);
        }
        papers.flush();
        recommendations.fire(paper.asks());
        return paper;
    }

    /// A meeting that is moved before it opens takes its papers along; one that is resumed does
    /// not.
    @Transactional(Transactional.TxType.MANDATORY)
    void follow(@Observes MeetingChanged told) {
        if (told.state().equals(MeetingState.PLANNED.name())) {
            var day = LocalDateTime.parse(told.startsAt()).toLocalDate();
            for (var paper : papers.of(told.meetingId())) {
                if (paper.follow(day)) {
                    eventLog.append(paper.published());
                }
            }
        }
    }

    /// @param sha256 what the caller says its digest is, null for nothing
    @Transactional
    Paper upload(
            String idOrReference,
            @Nullable String ifMatch,
            String mediaType,
            byte[] bytes,
            @Nullable String sha256) {
        var paper = papers.require(idOrReference);
        recorder.requireWriting(paper.locality, "paper", idOrReference);
        paper.requireUnchanged(ifMatch);
        var content = Content.uploaded(paper.nextContent(), mediaType, bytes);
        content.requireDigest(sha256);
        papers.flush();
        keep(paper, content, bytes);
        return paper;
    }

    private void keep(Paper paper, Content content, byte @Nullable [] bytes) {
        contents.keep(paper.id, content, bytes);
        eventLog.append(
                new PaperRecord(
                        paper.id,
                        content.number(),
                        content.mediaType(),
                        content.sha256(),
                        content.link(),
                        paper.locality,
                        recorder.today()));
    }

    private Paper paper(Meeting meeting, int item, Publication publication) {
        var paper = new Paper();
        paper.id = Ids.next();
        paper.number = papers.count(meeting.id(), item) + 1;
        paper.reference = "%s/P%d".formatted(meeting.referenceOf(item), paper.number);
        paper.meetingId = meeting.id();
        paper.meetingReference = meeting.reference();
        paper.item = item;
        paper.bodyId = meeting.bodyId();
        paper.locality = meeting.locality();
        paper.heldOn = meeting.firstHeldOn();
        paper.kind = publication.kind;
        paper.scrutinyQuota = quota(publication, meeting);
        paper.frontSheet = publication.frontSheet;
        paper.backgroundYears = publication.backgroundYears;
        paper.exemption = publication.exemption;
        paper.publishedOn = past(publication.publishedOn);
        paper.provenance = publication.provenance;
        return paper;
    }

    private @Nullable String quota(Publication publication, Meeting meeting) {
        if (publication.scrutinyQuota == null) {
            return null;
        }
        if (publication.kind != PaperKind.SCRUTINY_REPORT) {
            throw new PaperRefusal.NoScrutinyReport(publication.kind, publication.scrutinyQuota);
        }
        return quotas.require(publication.scrutinyQuota, meeting.bodyId(), meeting.firstHeldOn());
    }

    private LocalDate past(@Nullable LocalDate publishedOn) {
        var today = recorder.today();
        if (publishedOn != null && publishedOn.isAfter(today)) {
            throw new PaperRefusal.PublishedInTheFuture(publishedOn, today);
        }
        return publishedOn == null ? today : publishedOn;
    }
}
