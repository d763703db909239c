global using SalesforceImport.Stores;
