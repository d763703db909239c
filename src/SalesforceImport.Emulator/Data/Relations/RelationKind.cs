namespace SalesforceImport.Emulator.Data.Relations;

/// <summary>What a relation of a task leads to.</summary>
internal enum RelationKind
{
    /// <summary>Whom the task is about first: its <c>WhoId</c>.</summary>
    Who,

    /// <summary>Another contact that the task is about.</summary>
    OtherContact,

    /// <summary>What the task is about: its <c>WhatId</c>.</summary>
    What,
}
