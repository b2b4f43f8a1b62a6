-- What the platform called people in the course, by the LIS vocabulary's terms, separated by spaces: told to those who ask for events with
-- memberships. No right comes from it; that is what "role" is for.
alter table learner_session add course_roles text not null default '';
