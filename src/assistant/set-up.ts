import type { PersonWithRoles, Role } from '#assistant/desk.ts';
import type { Company, Profile } from '#domain/company.ts';

/** The company of the workspace: what is on file, and the way to change it. Every change is an entry in the log. */
export interface SetUp {
  /** What is on file; nothing until a company has been set up. */
  profile(): Promise<Profile | undefined>;
  /** The company that checks reckon with now; the made-up one while none is set up. */
  company(): Company;
  /**
   * Puts the new profile on record and makes it hold from the next check on; the old one is kept beside it.
   * Rejects with a `Problem` (`input.invalid`) that names what does not fit; then nothing has changed.
   */
  save(profile: Profile, by: string): Promise<void>;
  roles(): Promise<readonly PersonWithRoles[]>;
  /** Replaces the roles of a person of the workspace, on record first. */
  assign(person: string, roles: readonly Role[], by: string): Promise<void>;
}
