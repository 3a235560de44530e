namespace Artemis.Protocol.Tool.Comparison;

/// <summary>Whom an edit of a schema hurts.</summary>
internal enum Harm
{
    /// <summary>Nobody: both sides go on as before.</summary>
    None,

    /// <summary>Programs written against the generated code must be changed before they compile again; those out there go on.</summary>
    Source,

    /// <summary>Programs that are out there misread or refuse what they are sent.</summary>
    Wire,
}

/// <summary>A difference between two versions of a schema.</summary>
/// <param name="Where">What was edited, such as <c>PlayerShip.heading</c>.</param>
/// <param name="What">What was done to it, and what to do instead if it hurts.</param>
internal sealed record Edit(Harm Harm, string Where, string What);
