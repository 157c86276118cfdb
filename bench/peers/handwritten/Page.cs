using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Hedensted.Peers.Handwritten;

/// <summary>One answer, written in one of two ways.</summary>
internal readonly ref struct Page(ReadOnlySpan<Event> items, bool more, bool isCalendar)
{
    private readonly ReadOnlySpan<Event> _items = items;

    /// <summary>Copies members that were encoded when the data were loaded.</summary>
    public void Copy(ArrayBufferWriter<byte> buffer)
    {
        buffer.Write("{\"data\":{\"occurrences\":{"u8);
        if (isCalendar)
        {
            buffer.Write(more ? "\"pageInfo\":{\"hasNextPage\":true,\"endCursor\":"u8 : "\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":"u8);
            buffer.Write(_items.IsEmpty ? "null"u8 : Encoding.UTF8.GetBytes($"\"{Data.Cursor(_items[^1])}\""));
            buffer.Write("},"u8);
        }

        buffer.Write("\"nodes\":["u8);
        for (var i = 0; i < _items.Length; i++)
        {
            if (i > 0)
            {
                buffer.Write(","u8);
            }

            if (!isCalendar)
            {
                buffer.Write(_items[i].Screen);
                continue;
            }

            for (var m = 0; m < _items[i].Members.Length; m++)
            {
                buffer.Write(m == 0 ? "{"u8 : ","u8);
                buffer.Write(_items[i].Members[m]);
            }

            buffer.Write("}"u8);
        }

        buffer.Write("]}}}"u8);
    }

    /// <summary>Writes the objects anew.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        json.WriteStartObject("occurrences"u8);
        if (isCalendar)
        {
            json.WriteStartObject("pageInfo"u8);
            json.WriteBoolean("hasNextPage"u8, more);
            json.WriteString("endCursor"u8, _items.IsEmpty ? null : Data.Cursor(_items[^1]));
            json.WriteEndObject();
        }

        json.WriteStartArray("nodes"u8);
        foreach (var item in _items)
        {
            Write(json, item, isCalendar);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
    }

    private static void Write(Utf8JsonWriter json, Event item, bool isCalendar)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, item.Id);
        json.WriteString("slug"u8, item.Slug);
        json.WriteString("title"u8, item.Title);
        if (isCalendar)
        {
            json.WriteString("teaser"u8, item.Teaser);
        }

        json.WriteString("startsAt"u8, item.StartsAt);
        json.WriteString("endsAt"u8, item.EndsAt);
        if (isCalendar)
        {
            json.WriteStartArray("audiences"u8);
            foreach (var audience in item.Audiences)
            {
                json.WriteStringValue(audience);
            }

            json.WriteEndArray();
            json.WriteString("price"u8, item.Price);
        }

        json.WriteString("status"u8, item.Status);
        if (isCalendar)
        {
            WriteNested(json, item);
        }

        json.WriteEndObject();
    }

    private static void WriteNested(Utf8JsonWriter json, Event item)
    {
        if (item.Branch is { } branch)
        {
            json.WriteStartObject("branch"u8);
            json.WriteString("name"u8, branch.Name);
            json.WriteString("slug"u8, branch.Slug);
            if (branch.Address is { } address)
            {
                json.WriteStartObject("address"u8);
                json.WriteString("text"u8, address.Text);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("address"u8);
            }

            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("branch"u8);
        }

        json.WriteStartArray("focusAreas"u8);
        foreach (var area in item.FocusAreas)
        {
            json.WriteStartObject();
            json.WriteString("slug"u8, area.Slug);
            json.WriteString("shortName"u8, area.ShortName);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (item.Image is { } image)
        {
            json.WriteStartObject("image"u8);
            json.WriteString("url"u8, image.Url);
            json.WriteString("alt"u8, image.Alt);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("image"u8);
        }
    }
}
