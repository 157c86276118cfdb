namespace Hedensted.Bibliotek.Examples;

/// <summary>Keys of the element types that the examples' block lists are made of, as in <c>uSync/</c>.</summary>
internal static class BlockTypes
{
    internal static readonly Guid PriceBlock = new("f419a751-481a-5ff5-bd6b-6fa8393e3a47");
    internal static readonly Guid DateBlock = new("9491f00b-7b00-5ca6-9635-1892eda37123");
    internal static readonly Guid QuestionBlock = new("d66876a5-cb4f-5585-b298-b84a29c6c8c5");
    internal static readonly Guid PersonBlock = new("570a30a6-e9d5-52b4-98a9-06767f8907a3");
    internal static readonly Guid RuleBlock = new("8b103192-d1e6-5f4c-9a9d-5f5bf1513e8e");
    internal static readonly Guid SourceBlock = new("134680b5-d23c-5fb6-b49a-51f60dd8506e");
    internal static readonly Guid NoteBlock = new("4182e1b4-7690-59c5-99c8-fba225005da7");
    internal static readonly Guid StatusBlock = new("175ea194-d1bf-530b-a57c-5f32af124b19");
    internal static readonly Guid CareBlock = new("2a79b1b0-e9d0-5bc4-8cb7-12e355d43d70");
}
