global using SalesforceImport.Relational;
global using SalesforceImport.Stores;
