using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>That a document comes from another system, and what that system said of it last.</summary>
internal sealed class SourceLinkRow
{
    public required string System { get; init; }

    /// <summary>What the other system calls it.</summary>
    public required string Id { get; init; }

    /// <summary>Stays when the document is deleted, so that it is not fetched once more.</summary>
    public required Guid NodeKey { get; init; }

    public required string Name { get; set; }

    /// <summary>By alias what the source owns, as JSON.</summary>
    public required string Owned { get; set; }

    /// <summary>By alias what was added from the source beside what editors picked, as JSON.</summary>
    public required string Added { get; set; }

    /// <summary>Whether it is published by itself once nothing is missing.</summary>
    public required bool Awaits { get; set; }

    /// <summary>Whether an editor has taken it over.</summary>
    public required bool Released { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<SourceLinkRow>
    {
        public void Configure(EntityTypeBuilder<SourceLinkRow> builder) => builder.ToTable("source_link").HasKey(link => new { link.System, link.Id });
    }
}

/// <summary>Something that a person decides about what a source says, and the decision.</summary>
internal sealed class SourceQuestionRow
{
    public required Guid Key { get; init; }

    public required string System { get; init; }

    public required string Kind { get; init; }

    /// <summary>What is asked about, written so that the same thing is the same text.</summary>
    public required string Subject { get; init; }

    public required string Label { get; set; }

    public required string Detail { get; set; }

    public required DateTimeOffset Asked { get; init; }

    public string? Answer { get; set; }

    public Guid? TargetKey { get; set; }

    public Guid? AnsweredBy { get; set; }

    public DateTimeOffset? Answered { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<SourceQuestionRow>
    {
        public void Configure(EntityTypeBuilder<SourceQuestionRow> builder)
        {
            builder.ToTable("source_question").HasKey(question => question.Key);
            builder.Property(question => question.Key).ValueGeneratedNever();
        }
    }
}

/// <summary>One fetching, and what came of it.</summary>
internal sealed class SourceRunRow
{
    public required Guid Key { get; init; }

    public required string System { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DateTimeOffset Finished { get; init; }

    public required Guid? UserKey { get; init; }

    public required bool Succeeded { get; init; }

    public required string Report { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<SourceRunRow>
    {
        public void Configure(EntityTypeBuilder<SourceRunRow> builder)
        {
            builder.ToTable("source_run").HasKey(run => run.Key);
            builder.Property(run => run.Key).ValueGeneratedNever();
        }
    }
}

/// <summary>Whose turn it is to fetch from a system; one row a system.</summary>
internal sealed class SourceTurnRow
{
    public required string System { get; init; }

    public required DateTimeOffset NextDue { get; set; }

    /// <summary>Until then nobody else fetches; in the past when nobody does.</summary>
    public required DateTimeOffset HeldUntil { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<SourceTurnRow>
    {
        public void Configure(EntityTypeBuilder<SourceTurnRow> builder) => builder.ToTable("source_turn").HasKey(turn => turn.System);
    }
}
