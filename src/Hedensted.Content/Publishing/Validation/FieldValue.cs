using System.Text.Json;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>A value of a document or of a block in it, and where in the whole value it stands.</summary>
internal sealed record FieldValue(string Alias, string? Culture, string? Segment, JsonElement Value, string Path);
